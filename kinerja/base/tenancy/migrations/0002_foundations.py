"""Extensions, the key function of ours, and the application's rights on the list of tenants."""

from django.db import migrations

from kinerja.base.tenancy.securing import GrantGlobalTables

UUID7 = """
CREATE FUNCTION kinerja_uuid7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) PLACING
    substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1),
    'hex')::uuid
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("tenancy", "0001_initial")]
    run_before = [("organization", "0001_initial")]
    operations = [
        migrations.RunSQL(
            "".join(
                f"CREATE EXTENSION IF NOT EXISTS {name};" for name in ("btree_gist", "pg_trgm", "unaccent", "citext")
            ),
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(UUID7, "DROP FUNCTION kinerja_uuid7()"),
        GrantGlobalTables("tenancy_instansi", "tenancy_installation"),
    ]
