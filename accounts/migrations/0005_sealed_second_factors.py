"""Secrets of authenticator apps and seeds of recovery codes are sealed from now on; those there are, here."""

from django.db import migrations

from kitchen.sealing import SealError, open_sealed, seal

USE = "accounts.second_factor"
KEYS = ("secret", "seed")


def seal_all(apps, schema_editor):
    _each(apps, schema_editor, lambda value: seal(value, use=USE))


def open_all(apps, schema_editor):
    _each(apps, schema_editor, _opened)


def _opened(value):
    try:
        return open_sealed(value, use=USE)
    except SealError:
        return value


def _each(apps, schema_editor, change):
    rows = apps.get_model("mfa", "Authenticator").objects.using(schema_editor.connection.alias)
    for row in rows.filter(data__has_any_keys=list(KEYS)).iterator():
        row.data |= {key: change(row.data[key]) for key in KEYS if isinstance(row.data.get(key), str)}
        row.save(update_fields=["data"])


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_stored_files"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]

    operations = [migrations.RunPython(seal_all, open_all)]
