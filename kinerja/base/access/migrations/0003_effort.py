"""How long forms took, a week at a time."""

import django.db.models.deletion
import kinerja.base.tenancy.context
import kinerja.base.tenancy.models
from django.db import migrations, models

from kinerja.base.tenancy.securing import SecureTenantTables


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0002_walls'),
        ('organization', '0003_owned_disputes'),
        ('tenancy', '0003_statistics'),
    ]

    operations = [
        migrations.CreateModel(
            name='Effort',
            fields=[
                ('pk', models.CompositePrimaryKey('instansi_id', 'person_id', 'week', 'form', blank=True, editable=False, primary_key=True, serialize=False)),
                ('week', models.DateField()),
                ('form', models.CharField(max_length=60)),
                ('seconds', models.PositiveIntegerField()),
                ('times', models.PositiveIntegerField()),
                ('instansi', models.ForeignKey(db_index=False, default=kinerja.base.tenancy.context.current_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.instansi')),
                ('person', kinerja.base.tenancy.models.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organization.person')),
            ],
        ),
        SecureTenantTables("access"),
    ]  # fmt: skip
