from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.answers import ConfirmForm, answer, posted, refusing, say_done
from accounts.doors import EVERYBODY, TABLE, HouseholdRequest, open_to
from accounts.models import Activity
from kitchen.errors import DomainError
from kitchen.http import go, is_htmx
from kitchen.units import tell
from pantry.answers import system_of, varied
from pantry.catalogue import FoodFacts
from pantry.food_rows import things_of
from pantry.forms.food import FoodForm, KeepForm, MergeForm, WordForm
from pantry.forms.food_choice import offered
from pantry.models import FoodId, OwnFood, ReferenceFood, read_food_ref
from pantry.queries.day import today_in
from pantry.queries.food_index import food_index
from pantry.queries.food_page import by_kind, food_page
from pantry.queries.food_search import LONGEST, find_reference
from pantry.queries.foods import book, food, known_here
from pantry.queries.usage import Usage, usage_of
from pantry.reference.taking import guessed, taken
from pantry.services import food as foods
from pantry.services.food_merge import merge_foods
from pantry.services.food_wishes import set_wishes
from pantry.services.food_words import forget_match, remember_match


def found(id: FoodId) -> FoodFacts:
    known = food(id)
    if known is None:
        raise Http404
    return known


@open_to(*EVERYBODY)
@require_safe
def index(request: HouseholdRequest) -> HttpResponse:
    """`?q=&in=&page=`: by words, or what is in a branch of the tree."""
    foods_here = food_index(request.household, request.GET)
    reference = find_reference(foods_here.text) if foods_here.text else []
    template = "pantry/food/_results.html" if is_htmx(request) else "pantry/food/index.html"
    return varied(render(request, template, {"foods": foods_here, "reference": reference}))


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest, id: FoodId) -> HttpResponse:
    known = found(id)
    if known.id != id:
        return go(request, "pantry:food.show", code=request.household.code, id=known.id)
    page = food_page(request.household, id, today=today_in(request.household), system=system_of(request))
    context = {"page": page, "form": WordForm(), "at_table": request.membership.role in TABLE}
    return render(request, "pantry/food/show.html", context)


@open_to(*EVERYBODY)
@require_safe
def forecast(request: HouseholdRequest, id: FoodId) -> HttpResponse:
    """When it will be used up, as far as the ledger tells: a part of the food's page, or a page."""
    known, today = found(id), today_in(request.household)
    usage = usage_of(request.household, today, only=known.id).get(known.id, Usage())
    there = " + ".join(tell(one, system_of(request)) for one in by_kind(usage.there))
    context = {"food": known, "out": usage.out(known.id, today), "there": there}
    template = "pantry/food/_forecast.html" if is_htmx(request) else "pantry/food/forecast.html"
    return varied(render(request, template, context))


@open_to(*TABLE)
def create(request: HouseholdRequest) -> HttpResponse:
    """`?name=` is what it may be called, `?reference=` the food of a collection whose figures it begins with."""
    was, reference = begun(request)
    form = FoodForm(posted(request), was=was, system=system_of(request))
    if form.is_valid():
        with refusing(form):
            made = foods.add_food(request.household, form.said(), by=request.user, id=form.deed())
            return done(request, _("%(name)s is a food of yours now.") % {"name": capfirst(made.name)}, made, made.pk)
    near, folded = offered(str(was.get("name", "")), limit=4), reference is None
    return answer(request, "pantry/food/create.html", form, reference=reference, near=near, folded=folded)


def begun(request: HouseholdRequest) -> tuple[dict[str, Any], ReferenceFood | None]:
    number = request.GET.get("reference", "")
    if not number:
        return guessed(request.GET.get("name", "")[:80]), None
    reference = get_object_or_404(ReferenceFood, pk=int(number) if number.isdecimal() and len(number) < 10 else 0)  # noqa: PLR2004
    return taken(reference), reference


@open_to(*TABLE)
def edit(request: HouseholdRequest, id: FoodId) -> HttpResponse:
    known = found(id)
    form = FoodForm(posted(request), was=known_here(known.id), system=system_of(request))
    if form.is_valid():
        with refusing(form):
            row = foods.change_food(request.household, known.id, form.said(), by=request.user)
            return done(request, _("Saved."), row, known.id)
    here = book().row(known.id)
    return answer(request, "pantry/food/edit.html", form, food=known, own=here is not None and here.base_id is None)


@open_to(*TABLE)
def keep(request: HouseholdRequest, id: FoodId) -> HttpResponse:
    """The minimum, and how early to be told."""
    known = found(id)
    form = KeepForm(posted(request), row=book().row(known.id), usual=known.usual_unit, system=system_of(request))
    if form.is_valid():
        with refusing(form):
            days = form.cleaned_data["lead_days"]
            row = set_wishes(request.household, known.id, form.least(), days, by=request.user)
            return done(request, _("Saved."), row, known.id)
    return answer(request, "pantry/food/keep.html", form, food=known)


@open_to(*TABLE)
def merge(request: HouseholdRequest, id: FoodId) -> HttpResponse:
    known = found(id)
    form = MergeForm(posted(request), household=request.household, food=known)
    if form.is_valid():
        with refusing(form):
            into = form.cleaned_data["into"]
            row = merge_foods(request.household, known.id, into, by=request.user)
            return done(request, _("%(name)s is the same now.") % {"name": capfirst(known.name)}, row, into)
    uses = things_of(request.household, [known.id])
    return answer(request, "pantry/food/merge.html", form, food=known, uses=uses)


@open_to(*TABLE)
def remove(request: HouseholdRequest, id: FoodId) -> HttpResponse:
    known, form = found(id), ConfirmForm(posted(request))
    if form.is_valid():
        with refusing(form):
            row = foods.remove_food(request.household, known.id, by=request.user)
            said = _("%(name)s is not among your foods any more.") % {"name": capfirst(known.name)}
            return done(request, said, row, None)
    return answer(request, "pantry/food/remove.html", form, food=known)


@open_to(*TABLE)
def reset(request: HouseholdRequest, id: FoodId) -> HttpResponse:
    known, form = found(id), ConfirmForm(posted(request))
    if form.is_valid():
        with refusing(form):
            row = foods.reset_food(request.household, known.id, by=request.user)
            return done(request, _("As in the catalogue again."), row, known.id)
    return answer(request, "pantry/food/reset.html", form, food=known)


@open_to(*TABLE)
@require_safe
def choose(request: HouseholdRequest) -> HttpResponse:
    """What `<field>_words` may mean, for a form: `?field=` names the field, its value is the chosen one."""
    field = request.GET.get("field", "food")[:20]
    field = field if field.isidentifier() else "food"
    words = request.GET.get(f"{field}_words", request.GET.get("q", ""))[:LONGEST]
    chosen = read_food_ref(request.GET.get(field))
    context: dict[str, Any] = {"field_name": field, "words": words, "chosen": chosen}
    context["hits"] = offered(words, chosen, 12)
    context |= {"reference": find_reference(words, 4), "none": "need" not in request.GET}
    template = "pantry/food/_choices.html" if is_htmx(request) else "pantry/food/choose.html"
    return varied(render(request, template, context))


@open_to(*TABLE)
@require_POST
def remember(request: HouseholdRequest, id: FoodId) -> HttpResponse:
    known, form = found(id), WordForm(request.POST)
    if form.is_valid():
        with refusing(form):
            word = form.cleaned_data["text"]
            row = remember_match(request.household, word, known.id, by=request.user)
            said = _("“%(word)s” means %(name)s from now on.") % {"word": word, "name": known.name}
            return done(request, said, row, known.id)
    messages.warning(request, str(next(iter(form.errors.values()))[0]))
    return go(request, "pantry:food.show", code=request.household.code, id=known.id)


@open_to(*TABLE)
@require_POST
def forget(request: HouseholdRequest, id: FoodId) -> HttpResponse:
    known, word = found(id), request.POST.get("text", "")[:80]
    try:
        row = forget_match(request.household, word, known.id, by=request.user)
    except DomainError as error:
        messages.warning(request, str(error))
        return go(request, "pantry:food.show", code=request.household.code, id=known.id)
    return done(request, _("Forgotten: “%(word)s”.") % {"word": word}, row, known.id)


def done(request: HouseholdRequest, sentence: str, row: OwnFood | None, to: FoodId | None) -> HttpResponse:
    """To the page of the food, with undo for what was just said of it."""
    newest = Activity.objects.filter(household=request.household).first() if row else None
    if row and newest and newest.subject == row.pk:
        say_done(request, sentence, newest.verb, row.pk)
    else:
        messages.success(request, sentence)
    if to is None:
        return go(request, "pantry:food.index", code=request.household.code)
    return go(request, "pantry:food.show", code=request.household.code, id=to)
