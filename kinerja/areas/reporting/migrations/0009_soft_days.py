"""How many days before the lock of a month the units' soft deadlines begin."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('reporting', '0008_feeding'),
        ('tenancy', '0003_statistics'),
    ]

    operations = [
        migrations.AddField(
            model_name='fillingrule',
            name='soft_days',
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddConstraint(
            model_name='fillingrule',
            constraint=models.CheckConstraint(condition=models.Q(('soft_days__isnull', True), models.Q(('locks_on__isnull', False), ('soft_days__range', (1, 10))), _connector='OR'), name='reporting_fillingrule_soft'),
        ),
    ]
