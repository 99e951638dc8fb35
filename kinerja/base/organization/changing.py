"""What every dated change shares: the row that tells it, periods of days, and the order in which acts queue."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from kinerja.base.organization.errors import OrganizationRefusal, WrongDay, WrongText
from kinerja.base.organization.models import Change
from kinerja.base.tenancy.context import current_id
from kinerja.tools import clock
from kinerja.tools.ui import formats

ONE_DAY = timedelta(days=1)
#: no change reaches further back than this: earlier facts come from the personnel file, not from an act
EARLIEST = date(1945, 8, 17)
FURTHEST_YEARS = 5


def note(
    subject: Any, field: str, old: object, new: object, *, on: date, by: Any, source: str = ""
) -> Change:
    """Write what changed about a unit, post, person or team, for its history page."""
    return Change.objects.create(
        subject_type=subject._meta.label_lower, subject_id=subject.pk, field=field, old=_words(old), new=_words(new),
        effective_on=on, at=clock.now(), by_id=getattr(by, "pk", by), source=source,
    )  # fmt: skip


def _words(value: object) -> str:
    if value is None:
        return ""
    return formats.day(value) if isinstance(value, date) else str(value)


def days(begins: date, last_day: date | None) -> DateRange:
    """The period from a day to a last day, both included; without a last day it goes on."""
    return DateRange(begins, None if last_day is None else last_day + ONE_DAY)


def last_day(during: Any) -> date | None:
    """The last day inside a period, None when it goes on."""
    return None if during.upper is None else during.upper - ONE_DAY


def check_day(day: date) -> None:
    """Refuse days that are typing mistakes."""
    if day < EARLIEST or day.year > clock.today().year + FURTHEST_YEARS:
        raise WrongDay(
            _("Tanggal %(day)s di luar jangkauan (paling jauh %(years)d tahun ke depan). Periksa tahunnya.")
            % {"day": formats.day(day), "years": FURTHEST_YEARS}
        )


def check_period(begins: date, ends: date | None) -> None:
    """Refuse a period that ends before it begins."""
    check_day(begins)
    if ends is None:
        return
    check_day(ends)
    if ends < begins:
        raise WrongDay(
            _("Tanggal selesai %(ends)s mendahului tanggal mulai %(begins)s. Perbaiki salah satunya.")
            % {"begins": formats.day(begins), "ends": formats.day(ends)}
        )


def required(text: str, what: str, most: int) -> str:
    """A text without surrounding blanks; refused when empty or too long. `what` names it: "Nama unit"."""
    clean = " ".join(text.split())
    if not clean:
        raise WrongText(_("%(what)s belum diisi. Isilah, lalu simpan lagi.") % {"what": what})
    if len(clean) > most:
        raise WrongText(
            _("%(what)s terlalu panjang: %(length)d huruf, paling banyak %(most)d. Singkatkan.")
            % {"what": what, "length": len(clean), "most": most}
        )
    return clean


def queue(what: str) -> None:
    """Acts of this instansi that must see each other's result wait here for each other, until their end."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"{what}:{current_id()}"])


@contextmanager
def said_plainly(sentences: dict[str, str]) -> Iterator[None]:
    """Turn the violation of a named constraint into its sentence (two people acted at the same moment)."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", "") or ""
        if name not in sentences:
            raise
        raise OrganizationRefusal(sentences[name]) from error
