"""Let the application refresh the planner's statistics after a bulk act: ANALYZE needs the owner (before PostgreSQL 17)."""

from django.conf import settings
from django.db import migrations

SQL = f"""
CREATE FUNCTION kinerja_refresh_statistics() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE
  found text;
BEGIN
  FOR found IN SELECT quote_ident(c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relowner = current_user::regrole LOOP
    EXECUTE 'ANALYZE public.' || found;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION kinerja_refresh_statistics() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kinerja_refresh_statistics() TO "{settings.DATABASE_APP_ROLE}";
"""


class Migration(migrations.Migration):
    dependencies = [("tenancy", "0002_foundations")]
    operations = [migrations.RunSQL(SQL, "DROP FUNCTION kinerja_refresh_statistics()")]
