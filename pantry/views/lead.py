from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _

from accounts.answers import answer, posted, refusing
from accounts.doors import TABLE, HouseholdRequest, open_to
from kitchen.http import go
from pantry.forms.lead import LeadForm
from pantry.queries.lead import USUAL, category_days, foods_with_days
from pantry.services.lead import set_category_days


@open_to(*TABLE)
def edit(request: HouseholdRequest) -> HttpResponse:
    form = LeadForm(posted(request), category_days(request.household))
    if form.is_valid():
        with refusing(form):
            set_category_days(request.household, form.cleaned_data, by=request.user)
            messages.success(request, _("Saved."))
            return go(request, "pantry:lead.edit", code=request.household.code)
    return answer(request, "pantry/lead/edit.html", form, foods=foods_with_days(), usual=USUAL)
