import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.contrib.staticfiles.storage import HashedFilesMixin
from whitenoise.storage import CompressedManifestStaticFilesStorage

from kitchen.stylesheets import OneStylesheet

HASHED = re.compile(r"\.[0-9a-f]{12}(\.|$)")
_, IMPORTS = HashedFilesMixin._js_module_import_aggregation_patterns  # type: ignore[attr-defined]


class HashedStorage(OneStylesheet, CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Hashed and compressed once; our ES modules import each other by their hashed names."""

    support_js_module_import_aggregation = True
    # Ours only: packages have comments that look like imports of files that do not exist.
    _js_module_import_aggregation_patterns = ("js/*.js", IMPORTS)
    manifest_strict = False
    hashed_files: dict[str, str]

    def compress_files(self, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Only the hashed ones, which pages link, and each only once: what has a hash in its name never changes."""
        yield from super().compress_files([path for path in paths if HASHED.search(path) and not self._packed(path)])

    def _packed(self, path: str) -> bool:
        return Path(self.path(path) + ".gz").exists()

    def forget_former(self) -> None:
        """Delete the hashed files that the manifest no longer names."""
        kept = {self.path(name) for name in self.hashed_files.values()}
        for found in Path(self.location).rglob("*"):
            plain = str(found).removesuffix(".gz").removesuffix(".br")
            if found.is_file() and HASHED.search(found.name) and plain not in kept and found.name != self.manifest_name:
                found.unlink()
