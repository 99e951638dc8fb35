"""Files of reports, looked at before they are imported."""

import django.core.serializers.json
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

    dependencies = [("reporting", "0004_templates"), ("organization", "0003_owned_disputes"), ("tenancy", "0003_statistics")]

    operations = [
        migrations.CreateModel(
            name='ReportImport',
            fields=[
                ('id', models.UUIDField(default=kinerja.tools.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(choices=[('SIAP', 'Siap diimpor'), ('BERMASALAH', 'Ada baris bermasalah'), ('SELESAI', 'Selesai')], max_length=12)),
                ('file_name', models.CharField(max_length=150)),
                ('sha256', models.CharField(max_length=64)),
                ('uploaded_at', models.DateTimeField()),
                ('described', models.CharField(max_length=200)),
                ('ignored', models.JSONField(default=list)),
                ('header', models.JSONField(default=list)),
                ('rows', models.JSONField(default=list, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('faults', models.JSONField(default=list, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('content', models.JSONField(default=list)),
                ('read', models.PositiveIntegerField(default=0)),
                ('new', models.PositiveIntegerField(default=0)),
                ('unchanged', models.PositiveIntegerField(default=0)),
                ('faulty', models.PositiveIntegerField(default=0)),
                ('instansi', models.ForeignKey(db_index=False, default=kinerja.base.tenancy.context.current_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.instansi')),
                ('person', kinerja.base.tenancy.models.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organization.person')),
            ],
            options={
                'ordering': ['-uploaded_at', '-id'],
                'indexes': [models.Index(fields=['instansi', 'person', '-uploaded_at'], name='reporting_import_person')],
            },
        ),
        SecureTenantTables("reporting", append_only=("Tally",)),
        migrations.RunSQL(READ_ONLY, migrations.RunSQL.noop),
    ]  # fmt: skip
