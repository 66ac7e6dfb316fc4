from django.urls import include, path

from accounts.views import (
    data,
    digest,
    eater,
    household,
    invitation,
    join,
    me,
    member,
    onboarding,
    preference,
    push,
    security_event,
    session,
    staff_entry,
    start,
)

app_name = "accounts"

me_urls = [
    path("", me.show, name="me.show"),
    path("profile/", me.edit, name="me.edit"),
    path("preferences/", preference.edit, name="preference.edit"),
    path("browsers/new/", push.create, name="push.create"),
    path("browsers/renew/", push.renew, name="push.renew"),
    path("browsers/<uuid:id>/forget/", push.forget, name="push.forget"),
    path("browsers/<uuid:id>/test/", push.test, name="push.test"),
    path("sessions/", session.index, name="session.index"),
    path("sessions/<int:id>/end/", session.end, name="session.end"),
    path("sessions/end-others/", session.end_others, name="session.end_others"),
    path("security/", security_event.index, name="security_event.index"),
    path("data/", data.show, name="data.show"),
    path("data/download/", data.download, name="data.download"),
    path("delete/", me.delete, name="me.delete"),
]

household_urls = [
    path("settings/", household.show, name="household.show"),
    path("settings/edit/", household.edit, name="household.edit"),
    path("settings/delete/", household.delete, name="household.delete"),
    path("settings/leave/", household.leave, name="household.leave"),
    path("settings/hand-over/", household.hand_over, name="household.hand_over"),
    path("members/", member.index, name="member.index"),
    path("members/<uuid:id>/role/", member.change_role, name="member.change_role"),
    path("members/<uuid:id>/remove/", member.remove, name="member.remove"),
    path("invitations/", invitation.index, name="invitation.index"),
    path("invitations/new/", invitation.create, name="invitation.create"),
    path("invitations/<uuid:id>/", invitation.show, name="invitation.show"),
    path("invitations/<uuid:id>/revoke/", invitation.revoke, name="invitation.revoke"),
    path("eaters/", eater.index, name="eater.index"),
    path("eaters/new/", eater.create, name="eater.create"),
    path("eaters/<uuid:id>/", eater.edit, name="eater.edit"),
    path("eaters/<uuid:id>/delete/", eater.delete, name="eater.delete"),
    path("staff-entries/", staff_entry.index, name="staff_entry.index"),
]

urlpatterns = [
    path("", start.show, name="start"),
    path("me/", include(me_urls)),
    path("welcome/", onboarding.show, name="onboarding.show"),
    path("welcome/household/", onboarding.household, name="onboarding.household"),
    path("welcome/people/", onboarding.people, name="onboarding.people"),
    path("welcome/pantry/", onboarding.pantry, name="onboarding.pantry"),
    path("welcome/skip/", onboarding.skip, name="onboarding.skip"),
    path("households/", household.index, name="household.index"),
    path("households/new/", household.create, name="household.create"),
    path("join/", join.by_code, name="join.by_code"),
    path("join/<str:token>/", join.show, name="join.show"),
    path("join/<str:token>/accept/", join.accept, name="join.accept"),
    path("digest/stop/<str:token>/", digest.stop, name="digest.stop"),
    path("h/<slug:code>/", include(household_urls)),
]
