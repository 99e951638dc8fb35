"""Who a session belongs to, read by one plain statement: every request does it, and the ORM took most of the time."""

from functools import cache
from uuid import UUID

from allauth.account import auth_backends
from django.db import connection

from kinerja.base.accounts.models import User


@cache
def _columns() -> tuple[list[str], str]:
    """The fields of an account and the statement that reads them all."""
    fields = User._meta.concrete_fields
    listed = ", ".join(f'"{field.column}"' for field in fields)
    statement = f'SELECT {listed} FROM "{User._meta.db_table}" WHERE id = %s'  # noqa: S608
    return [field.attname for field in fields], statement


class AuthenticationBackend(auth_backends.AuthenticationBackend):
    """Signing in is the library's; only finding the account again is ours. A closed account is nobody."""

    def get_user(self, user_id: UUID) -> User | None:
        names, statement = _columns()
        with connection.cursor() as cursor:
            cursor.execute(statement, [user_id])
            row = cursor.fetchone()
        if row is None:
            return None
        user = User.from_db("default", names, row)
        return user if self.user_can_authenticate(user) else None
