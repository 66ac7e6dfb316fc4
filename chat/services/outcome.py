"""What becomes of an attachment: a recipe goes to the import, a barcode to its product, all else is kept."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import Household, Membership, User
from accounts.roles import TABLE
from chat.attaching import Looked
from chat.models import Attachment
from kitchen.errors import DomainError
from kitchen.ids import new_id
from pantry.barcodes import Code, Link
from pantry.models import StockItem
from pantry.queries.product import full_name
from pantry.services.scan import LOOK, Scan, Wish, scan
from recipes.models import ImportWay
from recipes.services.import_batch import Brought, begin_import
from recipes.tasks import queue_import

RECIPES, PRODUCT, CODE, LOT, KEPT = "recipes", "product", "code", "lot", "kept"
LONGEST = 300


@dataclass(frozen=True)
class Outcome:
    """`subject` is the import, the product or the lot; of a code that nobody has named it is the code as a number."""

    kind: str
    said: str
    subject: UUID | None = None


def foreseen(household: Household, looked: Looked, *, by: User) -> Outcome:
    """What will become of it; nothing is changed by asking."""
    found = _of_recipes(household, looked, by) if looked.recipe else _of_codes(household, looked, by)
    return Outcome(found.kind, found.said[:LONGEST], found.subject)


def sent_on(attachment: Attachment, *, by: User) -> None:
    """Recipes go to the import once, under the attachment's own id; the caller saves the row."""
    if attachment.outcome != RECIPES:
        return
    file = Brought(attachment.name, [bytes(attachment.data)], attachment.media_type)
    batch, is_new = begin_import(attachment.household, [file], by=by, way=ImportWay.UPLOADS, operation=attachment.pk)
    if is_new:
        queue_import(batch)
    attachment.subject = batch.pk


def _of_recipes(household: Household, looked: Looked, by: User) -> Outcome:
    if not _lives_here(household, by):
        return Outcome(KEPT, _("A recipe is in it. It is kept here: who lives here can bring it into the recipes."))
    sentence = _("The recipe “%(name)s” is in it: it goes to the recipes, with all others of the file.")
    return Outcome(RECIPES, sentence % {"name": looked.recipe[:80]})


def _of_codes(household: Household, looked: Looked, by: User) -> Outcome:
    if not looked.is_picture:
        return Outcome(KEPT, _("It is kept here. There is no recipe in it that could be read."))
    if not _lives_here(household, by):
        return _only_kept()
    for code in looked.codes:
        told = _of_code(household, code, by)
        if told is not None:
            return told
    return _only_kept()


def _of_code(household: Household, code: Code | Link, by: User) -> Outcome | None:
    try:
        seen = scan(household, code, Wish(LOOK, new_id()), by=by)
    except DomainError as refusal:
        return None if isinstance(code, Link) else Outcome(KEPT, str(refusal))
    return _of_scan(seen)


def _of_scan(seen: Scan) -> Outcome | None:
    if isinstance(seen.target, StockItem):
        return Outcome(LOT, _("This is the label of %(name)s.") % {"name": seen.target.name}, seen.target.pk)
    if seen.product and seen.lots:
        sentence = _("The barcode of %(name)s, of which there is some on the shelves.")
        return Outcome(PRODUCT, sentence % {"name": full_name(seen.product)}, seen.product.pk)
    if seen.product:
        sentence = _("The barcode of %(name)s, of which nothing is on the shelves.")
        return Outcome(PRODUCT, sentence % {"name": full_name(seen.product)}, seen.product.pk)
    if seen.code is None:
        return None
    sentence = _("The barcode %(code)s. Nobody here has said yet what it is on.")
    return Outcome(CODE, sentence % {"code": seen.code.text}, UUID(int=int(seen.code.gtin)))


def _only_kept() -> Outcome:
    return Outcome(
        KEPT, _("It is kept here, with no barcode to be found on it. What else it shows only people can see.")
    )


def _lives_here(household: Household, person: User) -> bool:
    return Membership.objects.filter(household=household, user=person, role__in=TABLE).exists()
