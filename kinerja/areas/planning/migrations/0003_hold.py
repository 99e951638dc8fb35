"""A period changes its state only while nobody writes in it, and nobody writes in it while it changes.

Whoever writes on a line asks `planning_hold_period`, which holds the period until the transaction ends and answers with
the state it then has: a function sees what was committed before each of its statements. A row lock would do the same, but
those who share it go past one who waits for it alone: on the last evening of a year nobody could close the period.
"""

from django.db import migrations

SQL = """
CREATE FUNCTION planning_hold_period(tenant uuid, period uuid) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('planning_period:' || period, 0));
  RETURN (SELECT state FROM planning_period WHERE instansi_id = tenant AND id = period);
END $$;
CREATE FUNCTION planning_period_alone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('planning_period:' || OLD.id, 0));
  RETURN NEW;
END $$;
CREATE TRIGGER planning_period_alone BEFORE UPDATE ON planning_period FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION planning_period_alone();
"""
BACK = """
DROP TRIGGER planning_period_alone ON planning_period;
DROP FUNCTION planning_period_alone();
DROP FUNCTION planning_hold_period(uuid, uuid);
"""


class Migration(migrations.Migration):
    dependencies = [("planning", "0002_walls")]
    operations = [migrations.RunSQL(SQL, BACK)]
