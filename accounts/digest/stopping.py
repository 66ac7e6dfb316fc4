"""The link in each mail that ends them: it names the person, signed, and works also for somebody not signed in."""

from uuid import UUID

from django.core import signing

from accounts.models import User
from accounts.services.person import keep_preferences
from kitchen import tenancy

SALT = "accounts.digest.stop"


def token_of(person: User) -> str:
    return signing.dumps(str(person.pk), salt=SALT)


def person_of(token: str) -> UUID | None:
    """Links of old mails work for as long as their key is known."""
    try:
        return UUID(str(signing.loads(token, salt=SALT)))
    except (signing.BadSignature, ValueError, TypeError):
        return None


def stop_mails(person: UUID) -> None:
    """No digest by mail any more, of any household. Stopping twice is the same as once."""
    with tenancy.scope(door="sign-in"):
        if found := User.objects.filter(pk=person).first():
            keep_preferences(found, digest=False)
