from django.contrib.staticfiles.storage import HashedFilesMixin
from whitenoise.storage import CompressedManifestStaticFilesStorage

from kitchen.stylesheets import OneStylesheet

_, IMPORTS = HashedFilesMixin._js_module_import_aggregation_patterns  # type: ignore[attr-defined]


class HashedStorage(OneStylesheet, CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Hashed and compressed once; our ES modules import each other by their hashed names."""

    support_js_module_import_aggregation = True
    # Ours only: packages have comments that look like imports of files that do not exist.
    _js_module_import_aggregation_patterns = ("js/*.js", IMPORTS)
    manifest_strict = False
