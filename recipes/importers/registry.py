"""Who reads what: the first that recognises the content reads it."""

from recipes.importers.files import (
    cooklang,
    copymethat,
    evernote,
    front_matter,
    gourmet,
    json_files,
    krecipes,
    labelled,
    living_cookbook,
    markdown_recipe,
    mastercook_text,
    mastercook_xml,
    mealmaster,
    my_cookbook,
    pages,
    plain,
    recipe_keeper,
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
        living_cookbook,
        evernote,
        copymethat,
        recipe_keeper,
        pages,
        mealmaster,
        mastercook_text,
        labelled,
        front_matter,
        markdown_recipe,
        cooklang,
        tables,
        plain,
    )
)
