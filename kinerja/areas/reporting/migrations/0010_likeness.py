"""What evidence is searched by, what resembles what, and who opened what."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
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

    dependencies = [
        ('organization', '0003_owned_disputes'),
        ('reporting', '0009_soft_days'),
        ('tenancy', '0003_statistics'),
    ]

    operations = [
        migrations.AddField(
            model_name='evidence',
            name='compared_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.CreateModel(
            name='Likeness',
            fields=[
                ('id', models.UUIDField(default=kinerja.tools.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('BERKAS', 'berkas yang sama'), ('FOTO', 'foto yang mirip'), ('CATATAN', 'catatan yang mirip')], max_length=8)),
                ('percent', models.PositiveSmallIntegerField()),
                ('found_at', models.DateTimeField()),
                ('explanation', models.CharField(blank=True, max_length=300)),
                ('explained_at', models.DateTimeField(null=True)),
                ('evidence', kinerja.base.tenancy.models.TenantForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reporting.evidence')),
                ('instansi', models.ForeignKey(db_index=False, default=kinerja.base.tenancy.context.current_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.instansi')),
                ('other', kinerja.base.tenancy.models.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reporting.report')),
                ('other_evidence', kinerja.base.tenancy.models.TenantForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reporting.evidence')),
                ('report', kinerja.base.tenancy.models.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='likenesses', to='reporting.report')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('instansi', 'report', 'other', 'kind'), name='reporting_likeness_one'), models.CheckConstraint(condition=models.Q(('percent__lte', 100)), name='reporting_likeness_percent')],
            },
        ),
        migrations.CreateModel(
            name='Look',
            fields=[
                ('id', models.UUIDField(default=kinerja.tools.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
                ('evidence', kinerja.base.tenancy.models.TenantForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reporting.evidence')),
                ('instansi', models.ForeignKey(db_index=False, default=kinerja.base.tenancy.context.current_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.instansi')),
                ('person', kinerja.base.tenancy.models.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organization.person')),
                ('report', kinerja.base.tenancy.models.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reporting.report')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('instansi', 'report', 'person', 'evidence'), name='reporting_look_once', nulls_distinct=False)],
            },
        ),
        migrations.CreateModel(
            name='NotePrint',
            fields=[
                ('id', models.UUIDField(default=kinerja.tools.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('words', django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField(), size=None)),
                ('instansi', models.ForeignKey(db_index=False, default=kinerja.base.tenancy.context.current_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.instansi')),
                ('report', kinerja.base.tenancy.models.TenantForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reporting.report')),
            ],
            options={
                'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['words'], name='reporting_noteprint_words')],
                'constraints': [models.UniqueConstraint(fields=('instansi', 'report'), name='reporting_noteprint_one')],
            },
        ),
        migrations.CreateModel(
            name='PhotoPrint',
            fields=[
                ('id', models.UUIDField(default=kinerja.tools.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('sha256', models.CharField(max_length=64)),
                ('words', django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField(), size=None)),
                ('places', models.BinaryField()),
                ('instansi', models.ForeignKey(db_index=False, default=kinerja.base.tenancy.context.current_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.instansi')),
            ],
            options={
                'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['words'], name='reporting_photoprint_words')],
                'constraints': [models.UniqueConstraint(fields=('instansi', 'sha256'), name='reporting_photoprint_one')],
            },
        ),
        SecureTenantTables("reporting", append_only=("Tally",)),
        migrations.RunSQL(READ_ONLY, migrations.RunSQL.noop),
    ]
