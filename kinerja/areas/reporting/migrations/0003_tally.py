"""What the reports of a line add up to, kept by the database; what was reported before is counted once."""

from pathlib import Path

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kinerja.base.tenancy.context
from kinerja.base.tenancy.securing import SecureTenantTables

KEEPING = (Path(__file__).resolve().parent.parent / "tally.sql").read_text(encoding="utf-8")
APP = settings.DATABASE_APP_ROLE
RIGHTS = f"""
REVOKE ALL ON reporting_tally FROM "{APP}";
GRANT SELECT ON reporting_tally TO "{APP}";
REVOKE ALL ON FUNCTION reporting_counted(uuid, uuid[]), reporting_recount(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reporting_counted(uuid, uuid[]), reporting_recount(uuid[]) TO "{APP}";
"""
EARLIER = """
DO $$
DECLARE
  tenant uuid;
BEGIN
  FOR tenant IN SELECT id FROM tenancy_instansi LOOP
    PERFORM set_config('kinerja.instansi', tenant::text, true);
    PERFORM reporting_recount(ARRAY(
      SELECT DISTINCT i.lineage FROM planning_indicator i JOIN reporting_report r
          ON r.instansi_id = i.instansi_id AND r.indicator_id = i.id WHERE i.instansi_id = tenant));
  END LOOP;
  PERFORM set_config('kinerja.instansi', '', true);
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("reporting", "0002_walls"), ("planning", "0003_hold"), ("tenancy", "0003_statistics")]
    operations = [
        migrations.CreateModel(
            name="Tally",
            fields=[
                ("pk", models.CompositePrimaryKey("instansi_id", "lineage", blank=True, editable=False, primary_key=True, serialize=False)),
                ("instansi", models.ForeignKey(db_index=False, default=kinerja.base.tenancy.context.current_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.instansi")),
                ("lineage", models.UUIDField(editable=False)),
                ("reports", models.PositiveIntegerField()),
                ("total", models.DecimalField(decimal_places=4, max_digits=28)),
                ("first_day", models.DateField(null=True)),
                ("last_day", models.DateField(null=True)),
                ("last_value", models.DecimalField(decimal_places=4, max_digits=18, null=True)),
                ("latest_sent_at", models.DateTimeField(null=True)),
                ("latest_id", models.UUIDField(null=True)),
                ("last_sent_at", models.DateTimeField(null=True)),
                ("evidence", models.PositiveIntegerField()),
                ("proven", models.PositiveIntegerField()),
                ("waiting", models.PositiveIntegerField()),
            ],
        ),
        migrations.RunSQL(KEEPING, migrations.RunSQL.noop),
        SecureTenantTables("reporting", append_only=("Tally",)),
        migrations.RunSQL(RIGHTS, migrations.RunSQL.noop),
        migrations.RunSQL(EARLIER, migrations.RunSQL.noop),
    ]  # fmt: skip
