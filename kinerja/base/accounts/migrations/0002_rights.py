"""The application's rights on tables without an instansi, and the shared cache of the sign-in limits."""

from django.conf import settings
from django.db import migrations

from kinerja.base.tenancy.securing import GrantGlobalTables

CACHE = """
CREATE TABLE kinerja_cache (
  cache_key varchar(255) PRIMARY KEY, value text NOT NULL, expires timestamptz NOT NULL
);
CREATE INDEX kinerja_cache_expires ON kinerja_cache (expires);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("sessions", "__latest__"),
        ("account", "__latest__"),
        ("procrastinate", "__latest__"),
    ]
    operations = [
        migrations.RunSQL(CACHE, "DROP TABLE kinerja_cache"),
        GrantGlobalTables(
            "accounts_user", "accounts_activation", "django_session", "kinerja_cache", "account_emailaddress",
            "procrastinate_jobs", "procrastinate_events", "procrastinate_periodic_defers", "procrastinate_workers",
        ),
        migrations.RunSQL(
            f'GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO "{settings.DATABASE_APP_ROLE}";'
            f'GRANT SELECT ON django_content_type, django_migrations, auth_permission TO "{settings.DATABASE_APP_ROLE}"',
            migrations.RunSQL.noop,
        ),
    ]
