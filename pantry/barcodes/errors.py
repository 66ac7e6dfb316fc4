"""Why a text is no barcode and a picture is not read, each with one sentence for a person."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kitchen.errors import DomainError

NOT_CODES: dict[str, Promise] = {
    "nothing": _("Type the digits that stand under the bars."),
    "no_digits": _("This is no barcode: one has 8, 12, 13 or 14 digits and no letters."),
    "length": _("A barcode has 8, 12, 13 or 14 digits: look whether one is missing."),
    "check": _("The last digit does not fit the others: look at each of them again."),
}
NOT_PICTURES: dict[str, Promise] = {
    "nothing": _("There is no picture in it: the file is empty."),
    "too_large": _("The picture is larger than 12 MB: take a smaller one, or type the digits under the bars."),
    "too_many": _("The picture has more than 50 megapixels: take a smaller one, or type the digits under the bars."),
    "no_picture": _("This file is no picture: take a photo of the barcode, or type the digits under the bars."),
    "broken": _("The picture is damaged and cannot be opened: take another one."),
}


class CodeError(DomainError):
    """A text that is no barcode; `reason` is the key of its sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(NOT_CODES[reason])
        self.reason = reason


class PictureError(DomainError):
    def __init__(self, reason: str) -> None:
        super().__init__(NOT_PICTURES[reason])
        self.reason = reason
