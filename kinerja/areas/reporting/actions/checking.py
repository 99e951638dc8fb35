"""May this be done now? One sentence for each no."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from kinerja.areas.planning.states import PeriodState, SkpState
from kinerja.areas.reporting import errors
from kinerja.areas.reporting.models import Report
from kinerja.areas.reporting.queries import Line
from kinerja.areas.reporting.states import REPORT_MOVES, ReportState, states_before
from kinerja.base.organization import lines
from kinerja.base.organization.models import Person
from kinerja.tools import clock
from kinerja.tools.ui import formats

#: the table holds 14 digits before the comma
LARGEST = Decimal(10) ** 14
_CORRECTABLE = (SkpState.AGREED, SkpState.REPLACED)


def refuse_unless_reportable(
    line: Line | None, day: date, value: Decimal, person_id: UUID, today: date
) -> None:
    """An indicator of one's own agreed SKP in an open period, a day inside it, a figure that can be a progress."""
    refuse_foreign(line, person_id)
    assert line is not None  # refuse_foreign raised
    if line.skp_state != SkpState.AGREED:
        raise errors.NotReportable(
            _(
                "SKP untuk indikator ini tidak sedang berlaku, jadi belum dapat dilaporkan. "
                "Buka SKP saya untuk melihat statusnya."
            )
        )
    refuse_fed(line)
    refuse_closed(line)
    refuse_day(line, day, today)
    refuse_value(value)


def refuse_foreign(line: Line | None, person_id: UUID) -> None:
    """Somebody else's indicator, or one that does not exist here."""
    if line is None or line.person_id != person_id:
        raise errors.NotYourIndicator(
            _(
                "Indikator ini bukan bagian dari SKP Anda, jadi tidak dapat Anda laporkan. "
                "Pilih dari daftar indikator Anda."
            )
        )


def refuse_fed(line: Line) -> None:
    """What comes from the volumes of a service is not typed a second time."""
    if line.service_id is not None:
        raise errors.NotReportable(
            _(
                "Progres “%(name)s” dihitung dari volume layanan, jadi tidak diketik lagi di sini. "
                "Catat yang dilayani di menu Layanan."
            )
            % {"name": line.name}
        )


def refuse_closed(line: Line) -> None:
    """A period that is not open takes no reports and no corrections."""
    if line.period_state != PeriodState.OPEN:
        raise errors.NotReportable(
            _(
                "Periode SKP ini tidak dibuka, jadi laporan tidak dapat ditambah atau diubah. "
                "Hubungi pengelola kepegawaian bila ada yang keliru."
            )
        )


def refuse_day(line: Line, day: date, today: date) -> None:
    """Only days of the SKP up to today."""
    if day > today:
        raise errors.WrongDay(
            _("Tanggal %(day)s belum tiba. Laporkan yang sudah dikerjakan, paling akhir hari ini.")
            % {"day": formats.day(day)}
        )
    if not line.begins <= day <= line.ends:
        raise errors.WrongDay(
            _(
                "Tanggal %(day)s di luar masa SKP Anda (%(begins)s sampai %(ends)s). "
                "Pilih tanggal di dalamnya."
            )
            % {"day": formats.day(day), "begins": formats.day(line.begins), "ends": formats.day(line.ends)}
        )


def refuse_value(value: Decimal) -> None:
    """Progress is not negative, has at most four decimals, and fits the table."""
    if value < 0:
        raise errors.WrongValue(
            _(
                "Angka progres tidak boleh negatif. "
                "Untuk mengurangi laporan lama, perbaiki atau tarik laporan itu."
            )
        )
    if value >= LARGEST or value != value.quantize(Decimal("0.0001")):
        raise errors.WrongValue(
            _(
                "Angka progres paling banyak 14 digit di depan koma dan 4 digit di belakangnya. "
                "Periksa angkanya."
            )
        )


def refuse_unless_changeable(report: Report, person_id: UUID, verb: str) -> None:
    """The owner's report, in a state that has the move, in an open period."""
    if report.person_id != person_id:
        raise errors.NotYourReport(
            _("Laporan ini milik orang lain, jadi hanya pemiliknya yang dapat mengubahnya.")
        )
    if report.is_fed:
        raise errors.NotReportable(
            _(
                "Angka ini mengikuti volume layanan, jadi tidak diubah di sini. "
                "Perbaiki volumenya di menu Layanan; laporan ini ikut berubah."
            )
        )
    if not report.can(verb):
        raise wrong_state(report.state, verb)
    skp = report.indicator.rhk.skp
    if skp.period.state != PeriodState.OPEN or skp.state not in _CORRECTABLE:
        raise errors.NotReportable(
            _(
                "Periode laporan ini tidak dibuka, jadi laporan tidak dapat diubah. "
                "Hubungi pengelola kepegawaian bila ada yang keliru."
            )
        )


def refuse_unless_rater(report: Report, by: Person) -> None:
    """Today's rater of the person who reported, never that person himself."""
    if by.pk == report.person_id:
        raise errors.NotTheRater(
            _("Laporan sendiri tidak dapat Anda putuskan. Pejabat penilai Anda yang memeriksanya.")
        )
    if not lines.is_rater_of(by.pk, report.person_id, clock.today()):
        raise errors.NotTheRater(
            _("Hari ini Anda bukan pejabat penilai pegawai ini, jadi laporannya diputuskan oleh penilainya.")
        )


def move(report: Report, verb: str, **fields: Any) -> None:
    """Take the report through the table of moves in one conditional update; what somebody did a moment ago wins."""
    target = next(to for (_state, named), to in REPORT_MOVES.items() if named == verb)
    rows = Report.objects.filter(pk=report.pk, state__in=states_before(verb))
    if not rows.update(state=target, **fields):
        raise wrong_state(Report.objects.values_list("state", flat=True).get(pk=report.pk), verb)
    report.state = target


def wrong_state(state: str, verb: str) -> errors.WrongState:
    """The sentence for a move that the table does not have."""
    acts = {
        "accept": _("diterima"),
        "send_back": _("dikembalikan"),
        "correct": _("diperbaiki"),
        "withdraw": _("ditarik"),
    }
    return errors.WrongState(
        _(
            "Laporan ini berstatus “%(state)s”, jadi tidak dapat %(act)s lagi. "
            "Muat ulang halaman untuk melihat keadaan terakhirnya."
        )
        % {"state": ReportState(state).label, "act": acts[verb]}
    )
