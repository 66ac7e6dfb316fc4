"""A person's own searches. Nobody else learns of them: nothing is told to the household."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Household, User
from accounts.roles import EVERYBODY
from accounts.services.membership import lock_household, require_role
from kitchen.errors import DomainError
from recipes.models import SavedSearch

MOST = 30
LONGEST = 1000  # of a query, in its column


@transaction.atomic
def save_search(household: Household, name: str, query: str, *, by: User) -> SavedSearch:
    """`query` is what stands behind the ? of its address. Under a name that is there already it takes its place."""
    require_role(lock_household(household), by, EVERYBODY)
    own = SavedSearch.objects.filter(household=household, person=by)
    if not query:
        raise DomainError(_("These are all dishes. Look for something first, then keep that."))
    if len(query) > LONGEST:
        raise DomainError(_("That is too much for one search to keep."))
    if kept := own.filter(name=name).first():
        kept.query = query
        kept.save(update_fields=["query"])
        return kept
    if own.count() >= MOST:
        raise DomainError(_("%(most)s searches are kept already. Let one go first.") % {"most": MOST})
    return SavedSearch.objects.create(household=household, person=by, name=name, query=query)


@transaction.atomic
def drop_search(search: SavedSearch, *, by: User) -> None:
    SavedSearch.objects.filter(household=search.household, person=by, pk=search.pk).delete()
