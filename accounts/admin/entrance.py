"""How the admin site knows which household its staff is inside of: the session remembers the entry's ids."""

from typing import Any, NoReturn
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import StaffEntry, User
from accounts.services.staff_entry import close_overdue, end_entry, open_entry
from accounts.verbs import Verb, verbs
from kitchen import tenancy
from kitchen.admin_site.visit import Visit, VisitOverError

SESSION_KEY = "staff_entry"

verbs.register("staff.entered", Verb(gettext_lazy("Kitchen staff looked into this household: {reason}"), icon="shield"))
verbs.register("staff.changed", Verb(gettext_lazy("Kitchen staff changed something here: {what}"), icon="shield"))


def remember(request: HttpRequest, entry: StaffEntry) -> None:
    request.session[SESSION_KEY] = {"entry": str(entry.pk), "household": str(entry.household_id)}


def leave(request: HttpRequest, *, by: User) -> None:
    """End the session's entry, if it has one."""
    kept = request.session.pop(SESSION_KEY, None)
    if kept:
        tenancy.narrow(UUID(kept["household"]))
        end_entry(UUID(kept["entry"]), by=by)


class HouseholdEntrance:
    def resume(self, request: HttpRequest) -> Visit | None:
        kept = request.session.get(SESSION_KEY)
        if not kept:
            return None
        tenancy.narrow(UUID(kept["household"]))
        entry = open_entry(UUID(kept["entry"]), of=request.user)  # type: ignore[arg-type]
        if entry is None:
            self._over(request, UUID(kept["entry"]))
        return Visit(entry.pk, entry.household_id, entry.household.name, entry.entered_at, entry.reason)

    def _over(self, request: HttpRequest, id: UUID) -> NoReturn:
        """Forget it, and stop this request: what it wanted to see or change belongs to an entry that has ended."""
        del request.session[SESSION_KEY]
        ended = StaffEntry.objects.select_related("household").filter(pk=id).first()
        if ended is None:
            raise VisitOverError(_("The household you were in does not exist any more."))
        close_overdue(ended.household)
        raise VisitOverError(
            _("You are no longer in %(household)s: an entry lasts one hour.") % {"household": ended.household.name}
        )


def leave_on_sign_out(request: HttpRequest | None, user: User | None, **_kwargs: Any) -> None:
    """Who signs out has left. A session that ends otherwise is left when its hour is over."""
    if request is not None and user is not None and tenancy.current() is not None:
        leave(request, by=user)
