from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.answers import answer, posted, refusing, say_done
from accounts.doors import TABLE, HouseholdRequest, open_to
from kitchen.http import go
from pantry.queries.day import today_in
from pantry.services.place import places_of
from shopping.forms.put_away import LineForm, PutAwayForm
from shopping.models import ShoppingList
from shopping.services import put_away as putting
from shopping.views.list import found


@open_to(*TABLE)
def create(request: HouseholdRequest, id: UUID) -> HttpResponse:
    kept = found(request, id)
    form, lines = PutAwayForm(posted(request)), lines_of(request, kept)
    sent = [line for line in lines if line.is_bound]
    form.look_at(sent)
    if form.is_valid():
        with refusing(form):
            decided, operation = [line.decided() for line in sent], form.cleaned_data["id"]
            lots = putting.put_away(kept, decided, by=request.user, operation=operation)
            say_put_away(request, len(lots), operation)
            return go(request, "shopping:list.show", code=request.household.code, id=id)
    return answer(request, "shopping/put_away/create.html", form, lines=lines, shopping_list=kept)


def lines_of(request: HouseholdRequest, kept: ShoppingList) -> list[LineForm]:
    places = places_of(request.household)
    proposals = putting.proposed(kept, today_in(request.household), places)
    return [LineForm(posted(request), one, places) for one in proposals]


def say_put_away(request: HouseholdRequest, count: int, operation: UUID) -> None:
    if count:
        sentence = ngettext("%(count)d thing is on the shelves.", "%(count)d things are on the shelves.", count)
        say_done(request, sentence % {"count": count}, "list.put_away", operation)
    else:
        say_done(request, _("The basket is empty."), "list.emptied", operation)
