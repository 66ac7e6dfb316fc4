"""Who reads what: the first that recognises the content reads it."""

from recipes.importers.files import (
    cooklang,
    copymethat,
    front_matter,
    gourmet,
    json_files,
    krecipes,
    mastercook_text,
    mastercook_xml,
    mealmaster,
    my_cookbook,
    pages,
    plain,
    tables,
    xml_tree,
)
from recipes.importers.source import Reader

READERS = tuple(
    Reader(one.fits, one.read)
    for one in (
        json_files,
        xml_tree,
        mastercook_xml,
        krecipes,
        gourmet,
        my_cookbook,
        copymethat,
        pages,
        mealmaster,
        mastercook_text,
        front_matter,
        cooklang,
        tables,
        plain,
    )
)
