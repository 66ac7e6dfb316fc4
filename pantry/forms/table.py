from typing import Any

from django.utils.translation import gettext_lazy as _

from kitchen.errors import DomainError
from kitchen.forms import ManyFiles, ManyFilesField
from pantry.forms.stock import OperationForm
from pantry.tables.sheet import LARGEST

MOST_FILES, MOST_BYTES = 12, 2 * LARGEST


class TableForm(OperationForm):
    uploads = ManyFilesField(
        label=_("Files"),
        allow_empty_file=True,
        error_messages={"required": _("Choose a file.")},
        widget=ManyFiles(attrs={"accept": ".csv,.tsv,.txt,.json,.zip"}),
    )

    def contents(self) -> list[tuple[str, bytes]]:
        """Names with contents; what is too much altogether is refused before it is read."""
        uploads: list[Any] = self.cleaned_data["uploads"]
        if len(uploads) > MOST_FILES or sum(upload.size for upload in uploads) > MOST_BYTES:
            raise DomainError(_("At most 12 files and 10 MB come in at once: divide them."), field="uploads")
        return [(str(upload.name)[:80], upload.read()) for upload in uploads]
