"""Markdown of people and models as HTML: rendered here, cleaned, without pictures, links with their host."""

from chat.markdown.blocks import blocks_of, html_of
from chat.markdown.repair import repaired

__all__ = ["blocks_of", "html_of", "repaired"]
