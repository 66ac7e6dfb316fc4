from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from accounts.answers import answer, posted, refusing, say_done
from accounts.doors import TABLE, HouseholdRequest, open_to
from kitchen.errors import DomainError
from kitchen.http import go
from pantry.queries.day import today_in
from shopping.forms.put_away import EverythingForm, LineForm, PutAwayForm, shortcuts
from shopping.models import ShoppingList
from shopping.queries.put_away import Shelves, basket_of, said_of, shelves_of, waiting_in
from shopping.services import put_away as putting
from shopping.services.settling import basket_operation, put_all_away
from shopping.views.list import drawn, found


@open_to(*TABLE)
def create(request: HouseholdRequest, id: UUID) -> HttpResponse:
    kept = found(request, id)
    shelves = shelves_of(request.household)
    form, lines = PutAwayForm(posted(request)), lines_of(request, kept, shelves)
    sent = [line for line in lines if line.is_bound]
    form.look_at(sent)
    if form.is_valid():
        with refusing(form):
            decided, operation = [line.decided() for line in sent], form.deed_of_all()
            lots = putting.put_away(kept, decided, by=request.user, operation=operation)
            sentence = said_of(lots, sum(not line.keep for line in decided), waiting_in(kept))
            say_done(request, sentence, putting.VERB if lots else putting.EMPTIED, operation)
            return go(request, "shopping:list.show", code=request.household.code, id=id)
    more = {"days": shortcuts(today_in(request.household)), "shelves": shelves}
    return answer(request, "shopping/put_away/create.html", form, lines=lines, shopping_list=kept, **more)


def lines_of(request: HouseholdRequest, kept: ShoppingList, shelves: Shelves) -> list[LineForm]:
    today = today_in(request.household)
    proposals = putting.proposed_for(basket_of(kept), request.household, today, shelves.places)
    return [LineForm(posted(request), one, shelves) for one in proposals]


@open_to(*TABLE)
@require_POST
def everything(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """One tap for all that lay in the basket when the page was drawn, as it is proposed."""
    kept, form = found(request, id), EverythingForm(request.POST)
    if not form.is_valid():
        return go(request, "shopping:put_away.create", code=request.household.code, id=id)
    until = form.cleaned_data["until"]
    try:
        lots, gone = put_all_away(kept, until, by=request.user)
    except DomainError as error:
        return drawn(request, kept, refusal=str(error))
    verb = putting.VERB if lots else putting.EMPTIED
    say_done(request, said_of(lots, gone, waiting_in(kept)), verb, basket_operation(kept, until))
    return go(request, "shopping:list.show", code=request.household.code, id=id)
