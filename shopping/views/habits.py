from django.http import HttpResponse
from django.utils.translation import gettext as _

from accounts.answers import answer, posted, refusing, say_done
from accounts.doors import TABLE, HouseholdRequest, open_to
from kitchen.http import go
from shopping.forms.habits import HabitsForm
from shopping.services.habits import CHANGED, change_habits, putting_away_of


@open_to(*TABLE)
def edit(request: HouseholdRequest) -> HttpResponse:
    form = HabitsForm(posted(request), initial={"putting_away": putting_away_of(request.household)})
    if form.is_valid():
        with refusing(form):
            change_habits(request.household, by=request.user, **form.cleaned_data)
            say_done(request, _("Saved."), CHANGED, request.household.pk)
            return go(request, "shopping:habits.edit", code=request.household.code)
    return answer(request, "shopping/habits/edit.html", form)
