"""Walls around the imports, and temporary tables for the application, in which a file is compared with what is stored."""

from django.conf import settings
from django.db import migrations

from kinerja.base.tenancy.securing import SecureTenantTables

TEMPORARY = f"""
DO $$ BEGIN
  IF NOT has_database_privilege('{settings.DATABASE_APP_ROLE}', current_database(), 'TEMPORARY') THEN
    EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO %I', current_database(), '{settings.DATABASE_APP_ROLE}');
  END IF;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("siasn", "0001_initial"), ("organization", "0002_walls")]
    operations = [
        SecureTenantTables("siasn"),
        migrations.RunSQL(TEMPORARY, migrations.RunSQL.noop),
    ]
