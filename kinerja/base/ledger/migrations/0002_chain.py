"""The chain, the walls, and the third role that reads outbox and heads."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from kinerja.base.tenancy.securing import SecureTenantTables

CHAIN = (Path(__file__).resolve().parent.parent / "chain.sql").read_text(encoding="utf-8")
APP, DISPATCH = settings.DATABASE_APP_ROLE, settings.DATABASE_DISPATCH_ROLE
RIGHTS = f"""
REVOKE ALL ON ledger_head, ledger_outbox FROM "{APP}";
GRANT SELECT ON ledger_head TO "{APP}";
GRANT INSERT ON ledger_outbox TO "{APP}";
GRANT USAGE ON SEQUENCE ledger_outbox_id_seq TO "{APP}";
GRANT SELECT ON ledger_head TO "{DISPATCH}";
GRANT SELECT, DELETE ON ledger_outbox TO "{DISPATCH}";
GRANT SELECT ON procrastinate_jobs TO "{DISPATCH}";
CREATE POLICY dispatch ON ledger_head TO "{DISPATCH}" USING (true);
CREATE POLICY dispatch ON ledger_outbox TO "{DISPATCH}" USING (true);
"""


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial"), ("accounts", "0002_rights")]
    operations = [
        migrations.RunSQL(CHAIN, migrations.RunSQL.noop),
        SecureTenantTables("ledger", append_only=("Entry",)),
        migrations.RunSQL(RIGHTS, migrations.RunSQL.noop),
    ]
