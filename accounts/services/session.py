"""Ending sessions: the cookie that a browser still holds then opens nothing."""

from importlib import import_module

from allauth.usersessions.models import UserSession
from django.conf import settings

from accounts.models import SecurityKind, User
from accounts.push.browsers import SESSION_KEY, forget_browser
from accounts.services.security_event import keep_event
from kitchen import tenancy


def end_session(id: int, *, by: User) -> bool:
    """Whether there was one of that number among the person's own."""
    session = UserSession.objects.filter(pk=id, user=by).first()
    if session is None:
        return False
    _end(session, by)
    return True


def end_sessions(user: User, *, but: str | None = None) -> int:
    """End all sessions of a person except the one with the key `but`; how many."""
    sessions = list(UserSession.objects.filter(user=user).exclude(session_key=but or ""))
    for session in sessions:
        _end(session, user)
    return len(sessions)


def _end(session: UserSession, user: User) -> None:
    """What was told in that browser is told there no more. Some ended before, by themselves."""
    store = import_module(settings.SESSION_ENGINE).SessionStore(session.session_key)
    if store.exists(session.session_key):
        keep_event(user, SecurityKind.SESSION_ENDED, agent=session.user_agent, ip=session.ip)
    if kept := store.get(SESSION_KEY):
        with tenancy.scope(person=user.pk):
            forget_browser(user, endpoint_key=kept)
    session.end()
