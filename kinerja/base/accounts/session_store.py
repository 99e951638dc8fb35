"""Django's sessions in the database, read by one plain statement: every request does it, and the ORM took most of the time."""

from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db import connection

from kinerja.tools import clock

_FIELDS = ("session_key", "session_data", "expire_date")
_SESSION = "SELECT session_key, session_data, expire_date FROM django_session WHERE session_key = %s AND expire_date > %s"


class SessionStore(db.SessionStore):
    """As Django's; writing, ending and cleaning up are its own."""

    def _get_session_from_db(self) -> Any:
        with connection.cursor() as cursor:
            cursor.execute(_SESSION, [self.session_key, clock.real_now()])
            row = cursor.fetchone()
        if row is None:
            self._session_key = None
            return None
        return Session.from_db("default", _FIELDS, row)
