"""What was on the lists before operations were kept is told by a first one for each item, in the order of adding."""

from django.db import migrations

TELL = """
WITH told AS (
    SELECT item.*, row_number() OVER (PARTITION BY household_id, shopping_list_id ORDER BY created_at, id) AS place
    FROM shopping_shoppinglistitem AS item
), kept AS (
    INSERT INTO shopping_listoperation
        (id, household_id, shopping_list_id, item_id, operation, number, kind, by_id, after, why, made_at)
    SELECT gen_random_uuid(), household_id, shopping_list_id, id, gen_random_uuid(), place, 'first', added_by_id,
        jsonb_build_object(
            'name', name, 'quantity', trim_scale(quantity)::text, 'unit', unit, 'note', note, 'category', category_id,
            'price', NULL, 'needed_on', NULL, 'state', state
        ), '', created_at
    FROM told
    RETURNING item_id, number
)
UPDATE shopping_shoppinglistitem AS item SET number = kept.number FROM kept WHERE kept.item_id = item.id
"""
COUNT = """
UPDATE shopping_shoppinglist AS list SET number = counted.last
FROM (
    SELECT household_id, shopping_list_id, max(number) AS last FROM shopping_listoperation
    GROUP BY household_id, shopping_list_id
) AS counted
WHERE counted.household_id = list.household_id AND counted.shopping_list_id = list.id
"""


class Migration(migrations.Migration):
    dependencies = [("shopping", "0003_lists_that_sync")]

    operations = [migrations.RunSQL([TELL, COUNT], migrations.RunSQL.noop)]
