from typing import Any

from django import forms


class LineField(forms.CharField):
    """One line of text: line breaks and repeated spaces, as pasting brings them, become one space."""

    def to_python(self, value: Any) -> str:
        return " ".join(str(super().to_python(value)).split())
