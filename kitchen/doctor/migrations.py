from kitchen.doctor.finding import Finding
from kitchen.errors import DomainError
from kitchen.server.migrations import pending


def check() -> Finding:
    try:
        missing = sorted(pending("default"))
    except DomainError as error:
        return Finding.fail(str(error))
    if missing:
        app, name = missing[0]
        rest = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        return Finding.fail(f"The database lacks {app}.{name}{rest}: run `make db-upgrade`.")
    return Finding.ok("The database is of this code's version.")
