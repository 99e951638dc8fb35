"""What takes effect because its day has come: the current copies follow the dated rows."""

from datetime import date

from django.db import connection, transaction

from kinerja.base.accounts.sessions import close_account
from kinerja.base.organization.models import Person
from kinerja.base.tenancy.context import current_id
from kinerja.tools import clock

_FOLLOW = """
UPDATE organization_unit u SET name = p.name, parent_id = p.parent_id
  FROM organization_unitperiod p
 WHERE u.instansi_id = %(instansi)s AND p.instansi_id = u.instansi_id AND p.unit_id = u.id AND p.during @> %(day)s
   AND (u.name <> p.name OR u.parent_id IS DISTINCT FROM p.parent_id)
"""
_CLOSE = """
UPDATE organization_unit u SET closed_on = ended.day
  FROM (SELECT unit_id, max(upper(during)) AS day, bool_or(upper_inf(during)) AS goes_on
          FROM organization_unitperiod WHERE instansi_id = %(instansi)s GROUP BY unit_id) ended
 WHERE u.instansi_id = %(instansi)s AND u.id = ended.unit_id AND u.closed_on IS NULL
   AND NOT ended.goes_on AND ended.day <= %(day)s
"""


@transaction.atomic
def apply_due_changes(day: date | None = None) -> int:
    """Bring units up to the day and close the accounts of people who have left. Running it again changes nothing.

    The decision and its ledger entry were made when the change was planned; this only carries it out. Returns how
    many units and accounts it touched.
    """
    day = day or clock.today()
    with connection.cursor() as cursor:
        cursor.execute(_FOLLOW, {"instansi": current_id(), "day": day})
        touched = cursor.rowcount
        cursor.execute(_CLOSE, {"instansi": current_id(), "day": day})
        touched += cursor.rowcount
    for person_id in Person.objects.left_by(day).values_list("pk", flat=True):
        touched += close_account(person_id)
    return touched
