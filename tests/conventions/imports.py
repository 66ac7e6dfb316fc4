"""The imports of the cast: each with sources, lines of every outcome, and a table that waits for names."""

from accounts.models import Household
from accounts.services.stored_file import store_file
from recipes.models import ImportBatch, ImportLine, ImportOutcome, ImportSource, ImportState, ImportWay
from tests.database import as_owner

# A word that only rows of the tests hold (cast.FACT), so that a page may show it untranslated.
NAME = "Vortle"
TABLE = f"{NAME},{NAME} 1,{NAME} 2\n{NAME},{NAME},{NAME}\n{NAME},{NAME},{NAME}\n"


def cast_imports(household: Household, many: int) -> dict[str, object]:
    """What stands in the URLs of imports."""
    with as_owner():
        return _cast(household, many)


def _cast(household: Household, many: int) -> dict[str, object]:
    batches = [
        ImportBatch.objects.create(
            household=household, way=ImportWay.UPLOADS, title=NAME, state=ImportState.MAPPING, imported=many
        )
        for _ in range(many)
    ]
    table = store_file(household, [TABLE.encode()], name=NAME, media_type="text/csv")
    sources = [
        ImportSource.objects.create(
            household=household,
            batch=batches[0],
            number=number,
            name=NAME,
            file=table,
            state=ImportState.MAPPING,
        )
        for number in range(many)
    ]
    _lines(sources[0], many)
    return {"recipes:recipe_import": batches[0].pk, "recipes:import_source": sources[0].pk}


def _lines(source: ImportSource, many: int) -> None:
    outcomes = list(ImportOutcome)
    ImportLine.objects.bulk_create(
        ImportLine(
            household=source.household,
            batch=source.batch,
            source=source,
            number=number,
            name=NAME,
            outcome=outcomes[number % len(outcomes)],
            why=NAME * (number % len(outcomes) == len(outcomes) - 1),
        )
        for number in range(many)
    )
