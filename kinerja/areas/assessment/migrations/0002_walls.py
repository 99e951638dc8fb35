"""Walls around the tenant tables; the order law and the permanence of decisions, in the database too."""

from pathlib import Path

from django.db import migrations

from kinerja.base.tenancy.securing import SecureTenantTables

ORDER = (Path(__file__).resolve().parent.parent / "order.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("assessment", "0001_initial"), ("planning", "0002_walls")]
    operations = [
        migrations.RunSQL(ORDER, migrations.RunSQL.noop),
        SecureTenantTables("assessment"),
    ]
