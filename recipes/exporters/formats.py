"""The ways in which one recipe can be taken along."""

from collections.abc import Callable
from dataclasses import dataclass

from recipes.exporters import archive, cooklang, jsonld, markdown
from recipes.exporters.recipe_out import RecipeOut


@dataclass(frozen=True)
class Format:
    media_type: str
    ending: str
    write: Callable[[RecipeOut], bytes]

    def name_of(self, out: RecipeOut) -> str:
        """What the file is called."""
        return f"{archive.slug_of(out.content.name)}.{self.ending}"


FORMATS = {
    "jsonld": Format(jsonld.MEDIA_TYPE, jsonld.ENDING, lambda out: jsonld.text_of(out).encode()),
    "cooklang": Format(cooklang.MEDIA_TYPE, cooklang.ENDING, lambda out: cooklang.text_of(out).encode()),
    "markdown": Format(markdown.MEDIA_TYPE, markdown.ENDING, lambda out: markdown.text_of(out).encode()),
    "zip": Format(archive.MEDIA_TYPE, archive.ENDING, lambda out: b"".join(archive.zip_of([out]))),
}
