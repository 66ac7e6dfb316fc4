from django.core.exceptions import ImproperlyConfigured

from kitchen.doctor.finding import Finding
from kitchen.sealed import left_behind
from kitchen.sealing import seal


def check() -> Finding:
    """Whether the keys that seal are long enough, and an old one may go."""
    try:
        seal("", use="check")
        old, lost = left_behind()
    except ImproperlyConfigured as error:
        return Finding.fail(str(error))
    if old:
        return Finding.warn(f"{old} values are sealed by an old key: run `manage.py rotate_keys` before it goes.")
    if lost:
        return Finding.warn(f"{lost} values opens no key in ENCRYPTION_KEYS: `manage.py rotate_keys` names them.")
    return Finding.ok("Every sealed value is sealed by the newest key.")
