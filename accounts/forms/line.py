from typing import Any

from django import forms

from kitchen.visible import one_line, visible


class LineField(forms.CharField):
    """One line of text: line breaks and repeated spaces, as pasting brings them, become one space.

    What nobody sees is left out, so that a name of nothing else is no name. A null sign is refused, as Django does.
    """

    def to_python(self, value: Any) -> str:
        text = str(super().to_python(value))
        return text if "\0" in text else one_line(text)


class TextField(forms.CharField):
    """Several lines of text, of which what nobody sees is left out."""

    def to_python(self, value: Any) -> str:
        text = str(super().to_python(value))
        return text if "\0" in text else visible(text).strip()
