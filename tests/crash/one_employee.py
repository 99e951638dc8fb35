"""Run beside a served installation: make an employee with an agreed SKP (`make`), or say what is kept (`count`)."""

import json
import sys
from datetime import date

import django

django.setup()

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402

from kinerja.areas.planning.tests.factories import agreed_example, make_period  # noqa: E402
from kinerja.areas.reporting.models import Report  # noqa: E402
from kinerja.base.accounts.models import User  # noqa: E402
from kinerja.base.ledger.models import Entry  # noqa: E402
from kinerja.base.ledger.verifying import verify  # noqa: E402
from kinerja.base.organization.tests.cast import make_cast  # noqa: E402
from kinerja.base.tenancy.context import inside  # noqa: E402
from kinerja.base.tenancy.models import Instansi  # noqa: E402
from kinerja.tools import clock  # noqa: E402


def make() -> dict[str, str]:
    """Budi with a session of his own and an indicator to report on."""
    cast = make_cast()
    year = clock.today().year
    with inside(cast.kota.pk):
        period = make_period(
            begins=date(year, 1, 1), ends=date(year, 12, 31), fill_until=date(year, 1, 31)
        )  # fmt: skip
        indicator = agreed_example(cast, period).quantity
    user = User.objects.get(pk=cast.budi.pk)
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "kinerja.base.accounts.backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return {
        "session": str(session.session_key), "indicator": str(indicator.pk), "day": clock.today().isoformat(),
    }  # fmt: skip


def count() -> dict[str, object]:
    """Every report's id, how many acts the ledger holds of them, and whether the chain is whole."""
    kota = Instansi.objects.get(code="kota-jambi").pk
    with inside(kota):
        return {
            "reports": [str(pk) for pk in Report.objects.values_list("pk", flat=True)],
            "entries": Entry.objects.filter(verb="reporting.submitted").count(),
            "whole": verify(kota).whole,
        }


if __name__ == "__main__":
    print(json.dumps({"make": make, "count": count}[sys.argv[1]]()))
