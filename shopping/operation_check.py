"""What the doctor asks of shopping lists: that each is what its operations say, in their order."""

from uuid import UUID

from django.db import connections

from kitchen.doctor.finding import Finding

# Lists whose operations are not numbered from 1 to the list's own number, each once.
GAPS = """
    SELECT count(*) FROM shopping_shoppinglist AS list LEFT JOIN (
        SELECT shopping_list_id, count(number) AS many, COALESCE(max(number), 0) AS last
        FROM shopping_listoperation GROUP BY shopping_list_id
    ) AS told ON told.shopping_list_id = list.id
    WHERE (COALESCE(told.many, 0) <> list.number OR COALESCE(told.last, 0) <> list.number) AND {here}
"""
# Items that are not what the newest of their operations left, or have none.
OTHERS = """
    WITH told AS (
        SELECT DISTINCT ON (item_id) item_id, number, after FROM shopping_listoperation
        WHERE number IS NOT NULL ORDER BY item_id, number DESC
    )
    SELECT count(*) FROM shopping_shoppinglistitem AS list LEFT JOIN told ON told.item_id = list.id
    WHERE {here} AND (told.number IS DISTINCT FROM list.number OR told.after IS DISTINCT FROM jsonb_build_object(
        'name', list.name, 'quantity', trim_scale(list.quantity)::text, 'unit', list.unit, 'note', list.note,
        'category', list.category_id, 'price', trim_scale(list.price)::text, 'needed_on', list.needed_on::text,
        'state', list.state
    ))
"""
# Operations that begin elsewhere than the one before them ended, and those that took something out of the basket
# without anybody having said so.
BREAKS = """
    WITH told AS (
        SELECT list.*, lag(after) OVER (PARTITION BY item_id ORDER BY number) AS was
        FROM shopping_listoperation AS list WHERE number IS NOT NULL AND {here}
    )
    SELECT count(*) FROM told
    WHERE (was IS NOT NULL AND before IS DISTINCT FROM was) OR (
        before ->> 'state' = 'ticked' AND after ->> 'state' = 'open' AND kind NOT IN ('untick', 'take_back')
    )
"""
FAULTS = {
    GAPS: "{count} shopping lists miss operations, or have some twice",
    OTHERS: "{count} items of shopping lists are not what their operations say",
    BREAKS: "{count} operations of shopping lists do not follow from those before them",
}


def check() -> Finding:
    faults = faults_of(None)
    if faults:
        told = "; ".join(faults)
        return Finding.fail(f"{told}: something wrote past the services. shopping_shoppinglistitemevent tells when.")
    return Finding.ok("Every shopping list is what its operations say.")


def faults_of(household: UUID | None) -> list[str]:
    """In words, none where all is well; of every household where none is given. Reads as the owner."""
    here = "list.household_id = %s" if household else "true"
    with connections["owner"].cursor() as cursor:
        found = []
        for query, words in FAULTS.items():
            cursor.execute(query.format(here=here), [household] if household else None)
            if count := cursor.fetchone()[0]:
                found.append(words.format(count=count))
    return found
