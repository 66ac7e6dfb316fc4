"""Ending sessions: the cookie that a browser still holds then opens nothing."""

from allauth.usersessions.models import UserSession

from accounts.models import User


def end_session(id: int, *, by: User) -> bool:
    """Whether there was one of that number among the person's own."""
    session = UserSession.objects.filter(pk=id, user=by).first()
    if session is None:
        return False
    session.end()
    return True


def end_sessions(user: User, *, but: str | None = None) -> int:
    """End all sessions of a person except the one with the key `but`; how many."""
    sessions = list(UserSession.objects.filter(user=user).exclude(session_key=but or ""))
    for session in sessions:
        session.end()
    return len(sessions)
