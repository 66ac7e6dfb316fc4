from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from chat.attaching import MOST, Looked, look_at
from chat.services.attachment import Brought
from kitchen.errors import DomainError
from kitchen.forms import Form, ManyFilesField
from kitchen.ids import new_id


class IdsField(forms.Field):
    """Ids, each in a hidden field of the same name."""

    widget = forms.MultipleHiddenInput

    def clean(self, value: Any) -> tuple[UUID, ...]:
        try:
            return tuple(dict.fromkeys(UUID(str(one)) for one in value or ()))
        except ValueError:
            raise forms.ValidationError(_("This could not be saved: open the form again.")) from None


class FileForm(Form):
    """One file for a message that is still being written; `id` makes a second sending the same."""

    id = forms.UUIDField(initial=new_id, required=False)
    file = forms.FileField(allow_empty_file=True)

    def clean_file(self) -> Looked:
        return _looked(self.cleaned_data["file"])


class BringForm(Form):
    """Files that come along: `attached` are those that were sent before, `files` those that are sent now."""

    attached = IdsField(required=False)
    files = ManyFilesField(required=False, allow_empty_file=True)  # type: ignore[assignment]  # as the field is named

    def clean_files(self) -> tuple[Looked, ...]:
        given = self.cleaned_data["files"]
        if len(given) > MOST:
            sentence = _("These are %(count)s files; at most %(most)s go with one message.")
            raise forms.ValidationError(sentence % {"count": len(given), "most": MOST})
        return tuple(_looked(one) for one in given)

    def brought(self) -> Brought:
        return Brought(self.cleaned_data.get("attached") or (), self.cleaned_data.get("files") or ())


def _looked(upload: Any) -> Looked:
    try:
        return look_at(upload)
    except DomainError as refusal:
        raise forms.ValidationError(str(refusal)) from refusal
