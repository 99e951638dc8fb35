"""What must hold before an SKP may be written or moved. Each guard locks the row it looks at."""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kinerja.areas.planning.errors import (
    AgreementLocked,
    NoRater,
    NotTheRater,
    PeriodNotOpen,
    SkpIncomplete,
    SkpLocked,
)
from kinerja.areas.planning.models import Agreement, Measured, Period, Skp
from kinerja.areas.planning.queries.skps import completeness
from kinerja.areas.planning.states import SKP_MOVES, PeriodState, SkpState
from kinerja.areas.service_quality.models import Figure
from kinerja.areas.service_quality.queries import linkable
from kinerja.base.organization.lines import Line, line_of
from kinerja.base.organization.models import Person
from kinerja.rules.codes import Consolidation
from kinerja.tools import clock
from kinerja.tools.refusals import BadInput

#: what to do in each state in which the text may not be changed
_WHAT_NOW = {
    SkpState.PROPOSED: gettext_lazy(
        "SKP ini sedang menunggu persetujuan. Tarik kembali pengajuannya bila ingin mengubah isinya."
    ),
    SkpState.AGREED: gettext_lazy("SKP ini sudah disetujui. Bila ada alasan yang sah, buat versi baru."),
    SkpState.REPLACED: gettext_lazy("Versi ini sudah diganti dan disimpan apa adanya. Buka versi terbaru."),
}


def require_open(period: Period) -> None:
    """Refuse (409) what belongs to a period that is not open."""
    if period.state == PeriodState.DRAFT:
        raise PeriodNotOpen(_("Periode %(name)s belum dibuka oleh pengelola kepegawaian.") % {"name": period})
    if period.state == PeriodState.CLOSED:
        raise PeriodNotOpen(
            _(
                "Periode %(name)s sudah ditutup, jadi isinya hanya dapat dibaca. "
                "Bila perlu, minta pengelola kepegawaian membukanya kembali."
            )
            % {"name": period}
        )


def require_draft(agreement: Agreement) -> None:
    """Refuse (409) to change a signed agreement, or one of a period that is not open."""
    require_open(agreement.period)
    if not agreement.is_draft:
        raise AgreementLocked(
            _("Perjanjian Kinerja %(unit)s sudah ditandatangani, jadi isinya tidak dapat diubah lagi.")
            % {"unit": agreement.unit}
        )


def locked(skp: Skp) -> Skp:
    """The row as it is now, held until the act is done."""
    rows = Skp.objects.select_for_update(of=("self",)).select_related("period", "person")
    return rows.get(pk=skp.pk)


def require_writable(skp: Skp) -> None:
    """Refuse (409) to change what is not a draft, not sent back, or not in an open period."""
    require_open(skp.period)
    if not skp.is_editable:
        raise SkpLocked(str(_WHAT_NOW[SkpState(skp.state)]))


def moved(skp: Skp, verb: str) -> Skp:
    """The locked row with its new state set (not saved). Refuse (409) a move its state does not have."""
    skp = locked(skp)
    require_open(skp.period)
    target = SKP_MOVES.get((skp.state, verb))
    if target is None:
        raise SkpLocked(
            _("SKP ini sekarang “%(state)s”, jadi langkah itu tidak berlaku lagi. Muat ulang halaman SKP.")
            % {"state": skp.get_state_display()}
        )
    skp.state = target
    return skp


def require_linkable(unit_id: UUID, measured: Measured) -> None:
    """Refuse (422) a service of another unit, or a figure that cannot be put together as the indicator says."""
    if measured.service_id is None:
        return
    service = linkable(unit_id).filter(pk=measured.service_id).first()
    if service is None:
        raise BadInput(
            _(
                "Layanan yang dipilih bukan milik unit ini atau unit di bawahnya. Pilih dari daftar yang tampil."
            )
        )
    figure = Figure(measured.figure)
    if figure.needs_standard and not service.has_standard:
        raise BadInput(
            _(
                "Layanan “%(service)s” tidak menghitung yang dilayani sesuai standar. Pilih jumlah yang dilayani."
            )
            % {"service": service.name}
        )
    if figure == Figure.COVERAGE and not service.spm:
        raise BadInput(
            _("Layanan “%(service)s” bukan pelayanan SPM, jadi tidak punya capaian SPM. Pilih angka lain.")
            % {"service": service.name}
        )
    if figure.is_ratio != (measured.consolidation == Consolidation.TAKE_LAST_KNOWN):
        raise BadInput(
            _(
                "Persentase dan capaian SPM sudah mencakup semua hari, jadi cara menggabungkannya “angka terakhir "
                "yang diketahui”; jumlah orang per hari dijumlahkan atau dirata-ratakan. Sesuaikan salah satunya."
            )
        )


def require_complete(skp: Skp) -> None:
    """Refuse (409) with every sentence of the rules that is not yet met."""
    verdict = completeness(skp)
    if not verdict.value:
        raise SkpIncomplete(" ".join(step.sentence(_) for step in verdict.errors))


def require_line(person: Person) -> Line:
    """Today's line of a person. Refuse (409) when nobody can rate him, and say who helps."""
    line = line_of(person.pk, clock.today())
    if line is None:
        raise NoRater(
            _("Anda belum tercatat memegang jabatan hari ini, jadi belum ada pejabat penilai."),
            helper=_("Pengelola kepegawaian dapat memperbaiki jabatan Anda."),
        )
    if line.rater_id is None:
        raise NoRater(
            _("Belum ada pejabat penilai untuk Anda. %(why)s") % {"why": line.why()},
            helper=_("Pengelola kepegawaian dapat menunjuk Plt. atau penilai khusus."),
        )
    return line


def require_rater(skp: Skp, by: Person) -> Line:
    """Refuse (403) whoever does not rate this person today. Nobody rates himself."""
    line = line_of(skp.person_id, clock.today())
    if line is None or line.rater_id != by.pk or skp.person_id == by.pk:
        raise NotTheRater(_("Keputusan atas SKP ini ada pada pejabat penilai pegawai itu hari ini."))
    return line
