from django.db import connection

from kitchen.doctor.finding import Finding
from kitchen.tenancy.install import problems


def check() -> Finding:
    """Every table has its kind, its policies and its keys."""
    faults = problems(connection)
    if faults:
        rest = f" And {len(faults) - 1} more of the kind." if len(faults) > 1 else ""
        return Finding.fail(faults[0] + rest)
    return Finding.ok("Every table has the policies of the program.")
