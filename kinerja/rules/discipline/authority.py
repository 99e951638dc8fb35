"""Who may punish whom, and what an official risks who stays silent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, Standing
from kinerja.rules.codes import PositionKind, PunishmentLevel
from kinerja.rules.discipline import punishments
from kinerja.rules.discipline.codes import Authority, Neglect, PunishmentKind
from kinerja.rules.discipline.working_time import deadline
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Level, Step, Verdict
from kinerja.rules.wording import gettext_noop as _

_SINCE = date(2021, 1, 1)
CITES = (Citation("PP 94/2021", "Pasal 16", _SINCE, standing=Standing.SOURCE, sources=("S36",), page="5"),)
_NOT_PUNISHING = Citation(
    "PP 94/2021", "Pasal 24", _SINCE, standing=Standing.SOURCE, sources=("S36",), page="5"
)
_NOT_EXAMINING = Citation(
    "PP 94/2021", "Pasal 28", _SINCE, standing=Standing.SOURCE, sources=("S36",), page="5"
)
_DISMISSING = (Authority.PPK, Authority.PRESIDEN)


@dataclass(frozen=True, slots=True)
class AuthorityRow:
    """A row of an instansi's own matrix: for these positions (none named: all) this level is punished by this authority."""

    level: PunishmentLevel
    authority: Authority
    positions: frozenset[PositionKind] = frozenset()


@record
@dataclass(frozen=True, slots=True)
class Silence:
    """What an official risks: `at_least` is the mildest punishment that is heavier, None where the kind is left open."""

    neglect: Neglect
    at_least: PunishmentKind | None
    is_heavier: bool


def who(
    position: PositionKind, kind: PunishmentKind, *, on: date, matrix: tuple[AuthorityRow, ...] = ()
) -> Verdict[Authority]:
    """Who may impose this kind on the holder of such a position. The first row of the matrix that fits decides.

    `matrix` is the instansi's own; without one the default holds, which is not verified. Refused when no row fits or a
    matrix lets anybody but the appointing authority or the President dismiss.
    """
    level = punishments.details(kind, on=on).value.level
    rows, cite = _rows(matrix, on)
    for place, row in enumerate(rows):
        if row.level is not level or (row.positions and position not in row.positions):
            continue
        if kind.is_dismissal and row.authority not in _DISMISSING:
            text = _("Pemberhentian hanya oleh PPK atau Presiden, bukan {authority}.")
            raise Refused(f"matrix.{place}.authority", text, {"authority": row.authority})
        text = _("Hukuman {level} bagi pejabat {position}: berwenang {authority}.")
        params = {"level": level, "position": position, "authority": row.authority}
        steps = [Step(text, params, (cite,))]
        if not matrix:
            text = _("Matriks ini belum diverifikasi; instansi dapat menetapkan matriksnya sendiri.")
            steps.append(Step(text, {}, (cite,), level=Level.WARNING))
        return Verdict(row.authority, tuple(steps), CITES)
    text = _("Matriks instansi tidak menyebut hukuman {level} bagi {position}.")
    raise Refused("matrix", text, {"level": level, "position": position})


def may_decide(
    by: Authority,
    position: PositionKind,
    kind: PunishmentKind,
    *,
    on: date,
    matrix: tuple[AuthorityRow, ...] = (),
) -> Verdict[bool]:
    """Whether this official is the one who may impose the kind; an error names who is."""
    competent = who(position, kind, on=on, matrix=matrix)
    if by is competent.value:
        return Verdict(True, competent.steps, CITES)
    text = _("Bukan kewenangan {by}; keputusan ini milik {competent}.")
    wrong = Step(text, {"by": by, "competent": competent.value}, CITES, level=Level.ERROR)
    return Verdict(False, (*competent.steps, wrong), CITES)


def silence(neglect: Neglect, deserved: PunishmentKind) -> Verdict[Silence]:
    """What an official risks who left this undone in a case that deserved this kind.

    Not punishing (Pasal 24) is punished by his superior. Not calling, examining or reporting (Pasal 28) is punished more
    heavily; that this means the next heavier kind is our own reading.
    """
    if neglect is Neglect.TIDAK_MENGHUKUM:
        text = _("Pejabat yang berwenang tetapi tidak menghukum dijatuhi hukuman oleh atasannya.")
        return Verdict(Silence(neglect, None, False), (Step(text, {}, (_NOT_PUNISHING,)),), (_NOT_PUNISHING,))
    kinds = list(PunishmentKind)
    heavier = kinds[min(deserved.height, len(kinds) - 1)]
    text = _("Atasan langsung yang {neglect} dijatuhi hukuman lebih berat: paling sedikit {heavier}.")
    step = Step(text, {"neglect": neglect, "heavier": heavier}, (_NOT_EXAMINING,))
    return Verdict(Silence(neglect, heavier, True), (step,), (_NOT_EXAMINING,))


def is_silent(
    known: date, today: date, *, summoned: date | None = None, free_days: frozenset[date] = frozenset()
) -> Verdict[bool]:
    """Whether a direct superior has let the working days since he knew pass without a summons. The clock is ours."""
    if summoned is not None and summoned < known:
        raise Refused("summoned", _("Panggilan tidak dapat mendahului dugaan, {known}."), {"known": known})
    last, figure = deadline("discipline.silence_days", known, free_days, "known")
    acted = today if summoned is None else min(summoned, today)
    late = acted > last
    text = (
        _(
            "Dugaan diketahui {known}; panggilan seharusnya paling lambat {last}: atasan langsung ditandai diam."
        )
        if late
        else _("Dugaan diketahui {known}; panggilan paling lambat {last}.")
    )
    level = Level.WARNING if late else Level.NOTE
    return Verdict(
        late, (Step(text, {"known": known, "last": last}, (figure.cite, _NOT_EXAMINING), level=level),), CITES
    )


def _rows(matrix: tuple[AuthorityRow, ...], on: date) -> tuple[tuple[AuthorityRow, ...], Citation]:
    if matrix:
        return matrix, CITES[0]
    table = parameters.table("discipline.authority", on=on)
    rows = (
        AuthorityRow(
            PunishmentLevel(row["punishment_level"]),
            Authority(row["authority"]),
            frozenset(PositionKind(each) for each in row.get("positions", ())),
        )
        for row in table.rows
    )
    return tuple(rows), table.cite
