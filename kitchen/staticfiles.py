from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Hashed and compressed once; ES modules import each other by their hashed names."""

    support_js_module_import_aggregation = True
    manifest_strict = False
