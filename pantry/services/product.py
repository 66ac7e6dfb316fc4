"""What a household remembers of the things that it buys: name, brand, package, food, and the codes on them."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Household, User
from accounts.roles import TABLE
from accounts.services.activity import record
from accounts.services.membership import lock_household, require_role
from accounts.services.notice import announce
from kitchen.errors import DomainError
from kitchen.ids import new_id
from kitchen.units import Quantity, rounded
from kitchen.visible import one_line
from pantry.barcodes import short_form
from pantry.catalogue import name_key
from pantry.models import FoodId, InStore, Product, ProductBarcode, ProductSource, Storage, food_text
from pantry.queries.foods import food

LONGEST_NAME, LONGEST_BRAND, MOST_CODES = 120, 80, 20
MOST_IN_PACK = 10_000_000  # what its column holds
FIELDS = (
    "name",
    "brand",
    "pack_amount",
    "pack_unit",
    "storage",
    "nutrition",
    "shelf_life",
    "note",
    "source",
    "source_url",
)


@dataclass(frozen=True)
class Said:
    """All that is said of a product. `codes` are its codes by their keys (14 digits), each with what its last digits
    say, where a shop printed it: an InStore or nothing. `nutrition` is per 100 g by the catalogue's codes.
    """

    name: str
    brand: str = ""
    pack: Quantity | None = None
    food: FoodId | None = None
    storage: str = ""
    nutrition: dict[str, str] = field(default_factory=dict)
    shelf_life: dict[str, int] = field(default_factory=dict)
    note: str = ""
    source: str = ProductSource.OWN
    source_url: str = ""
    codes: dict[str, str] = field(default_factory=dict)


@transaction.atomic
def add_product(household: Household, said: Said, *, by: User, id: UUID | None = None) -> Product:
    """A new one; where there is one of this name and brand already, that one gets the codes. `id` is the form's own."""
    locked = _begin(household, by)
    if same := Product.objects.filter(household=locked, pk=id, removed_at=None).first() if id else None:
        return same
    if like := _like(locked, said):
        _keep_codes(like, {**codes_of(like), **said.codes})
        announce(locked, "stock")
        return like
    product = Product(id=id or new_id(), household=locked)
    _say(product, said)
    product.save(force_insert=True)
    _keep_codes(product, said.codes)
    _tell(product, "product.added", by)
    return product


@transaction.atomic
def change_product(product: Product, said: Said, *, by: User) -> Product:
    """Everything said anew, its codes too."""
    locked = locked_product(product, by)
    before = snapshot(locked)
    _say(locked, said)
    locked.save()
    _keep_codes(locked, said.codes)
    if (after := snapshot(locked)) != before:
        _tell(locked, "product.changed", by, before=before, after=after)
    return locked


@transaction.atomic
def remove_product(product: Product, *, by: User) -> None:
    """Its codes are unknown again, its lots stay where they are. Removing twice is the same as once."""
    household = _begin(product.household, by)
    locked = Product.objects.select_for_update(of=("self",)).get(household=household, pk=product.pk)
    if locked.removed_at:
        return
    before = snapshot(locked)
    ProductBarcode.objects.filter(household=household, product=locked).delete()
    locked.removed_at = timezone.now()
    locked.save(update_fields=["removed_at"])
    _tell(locked, "product.removed", by, before=before)


@transaction.atomic
def say_measure(barcode: ProductBarcode, measure: str, *, by: User) -> ProductBarcode:
    """What the last digits of a shop's own code say: asked once, and true for all pieces of it."""
    locked = locked_product(barcode.product, by)
    found = ProductBarcode.objects.filter(household=locked.household, product=locked, code=barcode.code).first()
    if found is None:
        raise DomainError(_("This barcode is not known any more."))
    if measure not in InStore.values:
        raise DomainError(_("Say whether it is the price or the weight."), field="measure")
    if found.in_store != measure:
        before = snapshot(locked)
        found.in_store = measure
        found.save(update_fields=["in_store"])
        _tell(locked, "product.changed", by, before=before, after=snapshot(locked))
    return found


def snapshot(product: Product) -> dict[str, Any]:
    """Everything that was said of it, as the feed keeps it."""
    kept: dict[str, Any] = {name: getattr(product, name) for name in FIELDS}
    kept["pack_amount"] = None if product.pack_amount is None else str(rounded(product.pack_amount))
    kept |= {"source": str(product.source), "source_url": product.source_url}
    return {**kept, "food": food_text(product.food_ref), "codes": codes_of(product)}


def codes_of(product: Product) -> dict[str, str]:
    rows = ProductBarcode.objects.filter(household=product.household_id, product=product)
    return dict(rows.values_list("code", "in_store"))


def locked_product(product: Product, by: User) -> Product:
    household = _begin(product.household, by)
    rows = Product.objects.select_for_update(of=("self",)).filter(household=household, removed_at=None)
    found = rows.filter(pk=product.pk).first()
    if found is None:
        raise DomainError(_("This product is not there any more."))
    return found


def keep_codes_free(product: Product, codes: dict[str, str]) -> None:
    """Refuse what belongs to another product of the household."""
    others = ProductBarcode.objects.filter(household=product.household_id, code__in=codes).exclude(product=product)
    if taken := others.select_related("product").first():
        words = {"code": short_form(taken.code), "name": taken.product.name}
        raise DomainError(
            _("The barcode %(code)s belongs to %(name)s: take it away there first.") % words, field="codes"
        )


def _begin(household: Household, by: User) -> Household:
    locked = lock_household(household)
    require_role(locked, by, TABLE)
    return locked


def _like(household: Household, said: Said) -> Product | None:
    """The same thing with another code on it: larger packages of it are other products."""
    named = Product.objects.select_for_update(of=("self",)).filter(household=household, removed_at=None)
    pack = (rounded(said.pack.amount), said.pack.unit) if said.pack else (None, "")
    for product in named.filter(name_key=_key(said.name), brand__iexact=_line(said.brand)):
        if (product.pack_amount, product.pack_unit) == pack:
            return product
    return None


def _say(product: Product, said: Said) -> None:
    name = _line(said.name)
    if not name or len(name) > LONGEST_NAME:
        raise DomainError(_("Say what it is, in at most %(count)d letters.") % {"count": LONGEST_NAME}, field="name")
    # As it will be kept: a trace of a gram would be nothing.
    if said.pack is not None and not (said.pack.amount < MOST_IN_PACK and rounded(said.pack.amount) > 0):
        raise DomainError(_("Give an amount above nothing that a kitchen can hold."), field="pack")
    product.name, product.name_key, product.brand = name, _key(name), _line(said.brand)[:LONGEST_BRAND]
    product.pack_amount = rounded(said.pack.amount) if said.pack else None
    product.pack_unit = said.pack.unit if said.pack else ""
    known = food(said.food)
    product.food_ref = known.id if known else None
    product.storage = said.storage if said.storage in Storage.values else ""
    product.nutrition, product.shelf_life = said.nutrition, said.shelf_life
    product.note, product.source, product.source_url = _line(said.note)[:300], said.source, said.source_url[:300]


def _keep_codes(product: Product, codes: dict[str, str]) -> None:
    if len(codes) > MOST_CODES:
        raise DomainError(_("A product has at most %(count)d barcodes.") % {"count": MOST_CODES}, field="codes")
    keep_codes_free(product, codes)
    rows = ProductBarcode.objects.filter(household=product.household_id, product=product)
    known = {row.code: row for row in rows}
    rows.exclude(code__in=codes).delete()
    for code, measure in codes.items():
        row = known.get(code) or ProductBarcode(household=product.household, product=product, code=code)
        if code not in known or row.in_store != measure:
            row.in_store = measure
            row.save()


def _line(text: str) -> str:
    return one_line(text)


def _key(name: str) -> str:
    return (name_key(name) or name.casefold())[:LONGEST_NAME]


def _tell(product: Product, verb: str, by: User, **facts: Any) -> None:
    announce(product.household, "stock")
    name = f"{product.brand} {product.name}".strip()
    record(product.household, verb, by=by, subject=product.pk, facts={"name": name, **facts})
