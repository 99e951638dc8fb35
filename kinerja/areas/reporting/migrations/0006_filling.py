"""Late reports with their reason; the instansi's rule of late and locked days; locked days opened again."""

import django.db.models.deletion
import kinerja.base.tenancy.context
import kinerja.base.tenancy.models
import kinerja.tools.keys
from django.conf import settings
from django.db import migrations, models

from kinerja.base.tenancy.securing import SecureTenantTables

#: the tally stays the database's own
READ_ONLY = f'REVOKE ALL ON reporting_tally FROM "{settings.DATABASE_APP_ROLE}"; GRANT SELECT ON reporting_tally TO "{settings.DATABASE_APP_ROLE}";'


class Migration(migrations.Migration):

    dependencies = [("reporting", "0005_imports"), ("organization", "0003_owned_disputes"), ("tenancy", "0003_statistics")]

    operations = [
        migrations.AddField(
            model_name='report',
            name='late_reason',
            field=models.CharField(blank=True, db_default='', default='', max_length=300),
        ),
        migrations.CreateModel(
            name='FillingRule',
            fields=[
                ('id', models.UUIDField(default=kinerja.tools.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('late_after', models.PositiveSmallIntegerField(null=True)),
                ('locks_on', models.PositiveSmallIntegerField(null=True)),
                ('instansi', models.ForeignKey(db_index=False, default=kinerja.base.tenancy.context.current_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.instansi')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('instansi',), name='reporting_fillingrule_one'), models.CheckConstraint(condition=models.Q(('locks_on__isnull', True), ('locks_on__range', (1, 28)), _connector='OR'), name='reporting_fillingrule_day')],
            },
        ),
        migrations.CreateModel(
            name='Opening',
            fields=[
                ('id', models.UUIDField(default=kinerja.tools.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('begins', models.DateField()),
                ('ends', models.DateField()),
                ('until', models.DateField()),
                ('reason', models.CharField(max_length=300)),
                ('opened_at', models.DateTimeField()),
                ('ended_on', models.DateField(null=True)),
                ('for_unit', kinerja.base.tenancy.models.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organization.unit')),
                ('instansi', models.ForeignKey(db_index=False, default=kinerja.base.tenancy.context.current_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.instansi')),
                ('opened_by', kinerja.base.tenancy.models.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organization.person')),
                ('person', kinerja.base.tenancy.models.TenantForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organization.person')),
                ('unit', kinerja.base.tenancy.models.TenantForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organization.unit')),
            ],
            options={
                'indexes': [models.Index(fields=['instansi', 'until'], name='reporting_opening_until')],
                'constraints': [models.CheckConstraint(condition=models.Q(('begins__lte', models.F('ends'))), name='reporting_opening_days'), models.CheckConstraint(condition=models.Q(('person__isnull', True), ('unit__isnull', True), _connector='XOR'), name='reporting_opening_for_one')],
            },
        ),
        SecureTenantTables("reporting", append_only=("Tally",)),
        migrations.RunSQL(READ_ONLY, migrations.RunSQL.noop),
    ]  # fmt: skip
