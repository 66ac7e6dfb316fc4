"""What the commands that bring in a collection have in common: the time, the counts, the lines that are broken."""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

from django.utils.translation import gettext as _

from kitchen.errors import DomainError
from pantry.models import ReferenceFood
from pantry.reference.writing import Brought, write_foods

Reader = Callable[[Path, Brought], Iterator[ReferenceFood]]


def bring(read: Reader, path: Path, say: Callable[[str], object]) -> Brought:
    """Reads and writes, a thousand at a time, and says what came of it."""
    if not path.exists():
        raise DomainError(_("There is no %(path)s.") % {"path": path})
    begun, brought = monotonic(), Brought()
    write_foods(read(path, brought), brought)
    for fault in brought.faults:
        say(f"Left out: {fault}")
    if brought.broken > len(brought.faults):
        say(f"Left out: {brought.broken - len(brought.faults)} more lines like these.")
    say(
        f"{brought.written} foods written, {brought.left_out} without a name or anything to tell, "
        f"{brought.broken} broken lines, in {monotonic() - begun:.1f} seconds."
    )
    return brought
