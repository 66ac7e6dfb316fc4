import json
import zipfile
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.exports import exports
from accounts.models import User

IN_MEMORY = 8 * 1024 * 1024


def write_archive(user: User) -> IO[bytes]:
    """A zip of all that is kept about a person, open at its start; beyond 8 MB it lies on disk until closed."""
    file: IO[bytes] = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  (the response closes it)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("read-me.txt", _read_me(user))
        for _label, export in exports:
            for path, content in export(user):
                archive.writestr(path, _as_bytes(content))
    file.seek(0)
    return file


def _as_bytes(content: Any) -> bytes:
    if isinstance(content, bytes):
        return content
    return json.dumps(content, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2).encode()


def _read_me(user: User) -> str:
    return _(
        "What Kitchen keeps about %(name)s (%(email)s), as of %(when)s.\n\n"
        "Each .json file is one kind of thing; times are in UTC. What you did in a household lies in the folder of\n"
        "that household. Passwords, the secrets of your second factors and the keys of your sessions are left out,\n"
        "so that this archive opens no door.\n"
    ) % {"name": user.called, "email": user.email, "when": timezone.now().strftime("%Y-%m-%d %H:%M UTC")}
