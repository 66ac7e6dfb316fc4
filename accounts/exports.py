"""The download of one's own data, table by table: every app registers how its tables are told.

A table that holds something of a person and is not named here fails a test, so the download stays complete.
"""

from collections.abc import Callable, Iterable
from typing import Any

from accounts.models import User
from kitchen.registry import Registry

# A path in the archive with its content: bytes as they are (a picture), anything else as JSON.
File = tuple[str, Any]
Export = Callable[[User], Iterable[File]]

# By model label ("accounts.Membership"). Called in the person's scope, without a household.
exports: Registry[Export] = Registry("export")
