"""The way back: all is looked at first, what is there now is kept, and the database changes in one transaction."""

import os
import shutil
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connections

from kitchen import sealing
from kitchen.backup.archive import Backup
from kitchen.backup.envelope import Keys
from kitchen.backup.errors import BackupError
from kitchen.backup.loading import checks, load
from kitchen.backup.making import SEAL, Say, make_backup
from kitchen.backup.manifest import DUMP, MEDIA, Manifest
from kitchen.backup.opening import opened
from kitchen.backup.places import Folder
from kitchen.postgres import counting, roles
from kitchen.postgres.emptying import clear_aside, step_aside
from kitchen.server.migrations import written
from kitchen.tenancy.install import problems

KEPT = "kitchen-before-restore"  # retention does not know this name, so such a backup stays until somebody removes it
OTHERS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
UNPACKED = ".restoring-"
LOCKS = "SET LOCAL lock_timeout = '10s'"


def restore(file: str, keys: Keys, *, keep: bool, say: Say) -> None:
    """Fill this installation from a backup. Raises BackupError; until the transaction commits, nothing has changed."""
    with opened(file, keys) as (backup, room):
        _refuse_newer(backup.manifest)
        for sentence in roles.prepare():
            say(sentence)
        if keep:
            _keep_present(say)
        backup.unpack(DUMP, room / DUMP)
        fresh = _unpack_media(backup)
        try:
            _fill(room / DUMP, backup.manifest, say)
            _swap_media(fresh)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        say(f"Restored {backup.manifest.rows} rows of {len(backup.manifest.tables)} tables.")
    _bring_up_to_date(say)
    _tell_of_keys(backup.manifest, say)


def _refuse_newer(manifest: Manifest) -> None:
    ours = {app.label for app in apps.get_app_configs() if Path(app.path).is_relative_to(settings.BASE_DIR)}
    known = {f"{app}.{name}" for app, name in written()}
    newer = [name for name in manifest.migrations if name not in known and name.partition(".")[0] in ours]
    if newer:
        raise BackupError(f"The backup is of a newer Kitchen (it has {newer[0]}): nothing was touched; upgrade first.")


def _keep_present(say: Say) -> None:
    with roles.connect_owner() as connection:
        if not counting.tables(connection):
            say("The database is empty: there is nothing to keep.")
            return
    made = make_backup(Folder(settings.VAR_DIR / "backups"), None, say=lambda _sentence: None, begin=KEPT)
    say(f"What was here until now is kept in {made.path}.")


def _fill(dump: Path, manifest: Manifest, say: Say) -> None:
    with roles.connect_owner() as connection:
        others = connection.execute(OTHERS).fetchone()
        if others and others[0]:
            say(f"{others[0]} other connections are open: if Kitchen is running, start it again afterwards.")
        say("Filling the database.")
        clear_aside(connection)
        # Without their comments the walls of all tables are built anew, with the rights of this installation's roles.
        walls = [f'COMMENT ON TABLE public."{name}" IS NULL' for name in manifest.tables]
        after = [*checks(manifest.tables, connection), *walls]
        load(dump, connection, manifest.dump_major, before=[LOCKS, *step_aside(connection)], after=after)
        clear_aside(connection)
        connection.execute("ANALYZE")


def _bring_up_to_date(say: Say) -> None:
    """Migrations of a newer program, walls, and what comes with the code."""
    connections.close_all()
    try:
        call_command("migrate", verbosity=0)
    except Exception as error:
        raise BackupError(
            f"The rows are restored, but could not be brought to this code's version ({error}): use the Kitchen that "
            "made the backup, or restore what was kept."
        ) from error
    if faults := problems(connections["owner"]):
        raise BackupError(f"The rows are restored, but not their walls: {faults[0]}")
    say("The database is of this code's version.")


def _tell_of_keys(manifest: Manifest, say: Say) -> None:
    try:
        sealing.open_sealed(manifest.sealed, use=SEAL)
    except sealing.SealError:
        say(
            "What is sealed in it, such as keys of models and second factors, was sealed with other keys than this "
            "installation's: bring ENCRYPTION_KEYS and SECRET_KEY along, or people have to give it anew."
        )


def _unpack_media(backup: Backup) -> Path:
    """Beside what is there now, on the same disk; a name with a dot is no upload, and no backup takes it."""
    fresh = Path(settings.MEDIA_ROOT) / f"{UNPACKED}{os.getpid()}"
    for left in fresh.parent.glob(UNPACKED + "*"):  # of one that was killed
        shutil.rmtree(left)
    fresh.mkdir(parents=True)
    for name in backup.media:
        backup.unpack(name, fresh / name.removeprefix(MEDIA))
    return fresh


def _swap_media(fresh: Path) -> None:
    for old in fresh.parent.iterdir():
        if not old.name.startswith("."):
            shutil.rmtree(old) if old.is_dir() and not old.is_symlink() else old.unlink()
    for new in fresh.iterdir():
        new.rename(fresh.parent / new.name)
