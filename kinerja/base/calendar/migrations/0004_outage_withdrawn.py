"""An outage may be withdrawn, with its reason."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('calendar', '0003_day_may_return'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='outage',
            options={'ordering': ['-during', 'id']},
        ),
        migrations.AddField(
            model_name='outage',
            name='withdrawal_reason',
            field=models.CharField(blank=True, db_default='', default='', max_length=200),
        ),
        migrations.AddField(
            model_name='outage',
            name='withdrawn_at',
            field=models.DateTimeField(null=True),
        ),
    ]
