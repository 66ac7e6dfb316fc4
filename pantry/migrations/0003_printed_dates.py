from django.db import migrations

# What was known so far: a date of a kind was read off a package, an estimate came from the food.
FORWARD = """
    UPDATE pantry_stockitem SET printed_on = use_by, printed_kind = date_kind, date_why = 'printed'
    WHERE use_by IS NOT NULL AND date_kind IN ('use_by', 'best_before');
    UPDATE pantry_stockitem SET date_why = 'kept' WHERE use_by IS NOT NULL AND date_kind = 'estimated'
"""


class Migration(migrations.Migration):

    dependencies = [
        ('pantry', '0002_foods_and_products'),
    ]

    operations = [
        migrations.RunSQL(FORWARD, migrations.RunSQL.noop),
    ]
