"""Who reads what: the first that recognises the content reads it."""

from recipes.importers.files import json_files, text_files
from recipes.importers.files import pages as page_files
from recipes.importers.source import Reader

READERS = (
    Reader(json_files.fits, json_files.read),
    Reader(page_files.fits, page_files.read),
    Reader(text_files.fits, text_files.read),
)
