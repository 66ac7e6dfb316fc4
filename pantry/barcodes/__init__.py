"""Barcodes: read from text and from pictures. Knows no database."""

from pantry.barcodes.code import Code, Kind, Link, read_code, short_form
from pantry.barcodes.errors import CodeError, PictureError
from pantry.barcodes.in_store import InStore

__all__ = ["Code", "CodeError", "InStore", "Kind", "Link", "PictureError", "read_code", "short_form"]
