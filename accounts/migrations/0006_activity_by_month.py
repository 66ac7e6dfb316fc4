from django.db import migrations

from kitchen.partitions.cutting import CutByMonth


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0005_sealed_second_factors'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='activity',
            name='accounts_activity_number_once',
        ),
        CutByMonth('accounts_activity', once=('household_id', 'number')),
    ]
