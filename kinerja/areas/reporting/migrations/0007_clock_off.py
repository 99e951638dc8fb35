"""By how much the clock of a device stood wrong when it sent a report that had waited on it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reporting", "0006_filling")]
    operations = [
        migrations.AddField(model_name="report", name="clock_off", field=models.IntegerField(null=True)),
    ]
