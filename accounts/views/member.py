from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.answers import ConfirmForm, answer, posted, refusing, say_done
from accounts.doors import EVERYBODY, RUNNERS, HouseholdRequest, open_to
from accounts.forms.member import RoleForm
from accounts.models import Membership
from accounts.queries.member import member_line, members_of
from accounts.services import membership as people
from kitchen.http import go, is_htmx


def found(request: HouseholdRequest, id: UUID) -> Membership:
    memberships = request.household.memberships.select_related("user", "household")
    return get_object_or_404(memberships, pk=id)


@open_to(*EVERYBODY)
@require_safe
def index(request: HouseholdRequest) -> HttpResponse:
    """The page; for htmx only the faces, which the list of one's households draws for each."""
    template = "accounts/member/_faces.html" if is_htmx(request) else "accounts/member/index.html"
    response = render(request, template, {"members": members_of(request.membership)})
    patch_vary_headers(response, ["HX-Request"])
    return response


@open_to(*RUNNERS)
def change_role(request: HouseholdRequest, id: UUID) -> HttpResponse:
    membership = found(request, id)
    form = RoleForm(posted(request), of=request.membership.role, now=membership.role)
    if form.is_valid():
        with refusing(form):
            people.change_role(membership, form.cleaned_data["role"], by=request.user)
            sentence = _("The role of %(name)s is changed.") % {"name": membership.user.called}
            say_done(request, sentence, "member.role_changed", membership.pk)
            return go(request, "accounts:member.index", code=request.household.code)
    line = member_line(membership, request.membership)
    return answer(request, "accounts/member/change_role.html", form, member=line)


@open_to(*RUNNERS)
def remove(request: HouseholdRequest, id: UUID) -> HttpResponse:
    membership = found(request, id)
    name = membership.user.called
    form = ConfirmForm(posted(request))
    if form.is_valid():
        with refusing(form):
            people.remove_member(membership, by=request.user)
            messages.success(request, _("%(name)s is not in the household any more.") % {"name": name})
            return go(request, "accounts:member.index", code=request.household.code)
    line = member_line(membership, request.membership)
    return answer(request, "accounts/member/remove.html", form, member=line)
