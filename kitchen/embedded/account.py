"""As whom PostgreSQL runs: it refuses root, so root lends it an account of the system that owns the data only."""

import logging
import os
import pwd
import shutil
import stat
import subprocess
from pathlib import Path

from kitchen.embedded.faults import EmbeddedError, not_ours

logger = logging.getLogger("kitchen.embedded")

OWN_ACCOUNT = "kitchen-postgres"
# Where no account can be made (macOS, a read-only system): one that exists for such work.
SPARE_ACCOUNTS = ("_postgres", "postgres", "nobody")
ROOT = 0


def lent_account(data_dir: Path) -> pwd.struct_passwd | None:
    """Nobody (None) for an ordinary user, who runs PostgreSQL as himself; for root the account it shall run as."""
    owner = data_dir.stat().st_uid if data_dir.exists() else None
    if os.geteuid() != ROOT:
        if owner is not None and owner != os.geteuid():
            raise not_ours(data_dir, _name(owner))
        return None
    if owner and (known := _known(owner)):
        return known
    return _find(OWN_ACCOUNT) or _make() or _spare()


def open_the_way(path: Path, account: pwd.struct_passwd | None) -> None:
    """Let `account` pass through the directories above `path`: pass, not list (one bit of their mode)."""
    if account is None:
        return
    for parent in path.parents:
        mode = parent.stat().st_mode
        if parent.stat().st_uid != account.pw_uid and not mode & stat.S_IXOTH:
            parent.chmod(mode | stat.S_IXOTH)
            logger.warning("Other users may now pass through %s: PostgreSQL does not run as root.", parent)


def _known(uid: int) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwuid(uid)
    except KeyError:
        return None


def _name(uid: int) -> str:
    account = _known(uid)
    return account.pw_name if account else f"the user with number {uid}"


def _find(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None


def _make() -> pwd.struct_passwd | None:
    program = shutil.which("useradd", path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    if program is None:
        return None
    command = [program, "--system", "--no-create-home", "--shell", "/bin/false", OWN_ACCOUNT]
    subprocess.run(command, check=False, capture_output=True)  # noqa: S603
    return _find(OWN_ACCOUNT)


def _spare() -> pwd.struct_passwd:
    for name in SPARE_ACCOUNTS:
        if account := _find(name):
            return account
    raise EmbeddedError(
        f"PostgreSQL does not run as root, and the account {OWN_ACCOUNT} could not be made: "
        "make it by hand, or start Kitchen as an ordinary user."
    )
