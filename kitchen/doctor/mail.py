import socket

from django.conf import settings

from kitchen.doctor.finding import Finding

SECONDS = 5


def check() -> Finding:
    """The mail server takes connections; whether it takes mail, only mail can tell."""
    backend = settings.EMAIL_BACKEND.rpartition(".")[0].rpartition(".")[2]
    if backend != "smtp":
        if settings.PRODUCTION:
            return Finding.fail(
                "Mail is not sent: name a server in EMAIL_URL, for example smtp+tls://user:pass@host:587."
            )
        return Finding.ok(f"Mail goes to the {backend}, which is fine for local use.")
    place = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    try:
        socket.create_connection((settings.EMAIL_HOST, settings.EMAIL_PORT), timeout=SECONDS).close()
    except OSError as error:
        return Finding.fail(f"The mail server {place} does not answer ({error.strerror or error}): mend EMAIL_URL.")
    return Finding.ok(f"The mail server {place} answers.")
