"""Templates of what is reported again and again, and drafts."""

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

    dependencies = [("reporting", "0003_tally"), ("organization", "0003_owned_disputes"), ("tenancy", "0003_statistics")]

    operations = [
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('pk', models.CompositePrimaryKey('instansi_id', 'person_id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('content', models.JSONField(default=dict)),
                ('saved_at', models.DateTimeField()),
                ('instansi', models.ForeignKey(db_index=False, default=kinerja.base.tenancy.context.current_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.instansi')),
                ('person', kinerja.base.tenancy.models.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organization.person')),
            ],
        ),
        migrations.CreateModel(
            name='Template',
            fields=[
                ('id', models.UUIDField(default=kinerja.tools.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=60)),
                ('posts', models.CharField(blank=True, max_length=200)),
                ('rows', models.JSONField(default=list)),
                ('instansi', models.ForeignKey(db_index=False, default=kinerja.base.tenancy.context.current_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.instansi')),
                ('owner', kinerja.base.tenancy.models.TenantForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organization.person')),
            ],
            options={
                'ordering': ['name', 'id'],
                'constraints': [models.UniqueConstraint(fields=('instansi', 'owner', 'name'), name='reporting_template_name', nulls_distinct=False)],
            },
        ),
        SecureTenantTables("reporting", append_only=("Tally",)),
        migrations.RunSQL(READ_ONLY, migrations.RunSQL.noop),
    ]  # fmt: skip
