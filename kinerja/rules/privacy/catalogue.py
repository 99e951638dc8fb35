"""The rules of `privacy`, in the order in which they are read."""

from __future__ import annotations

from kinerja.rules.privacy import clocks, exchange_key, human_decision, masking, retention, small_cells
from kinerja.rules.rule import Rule
from kinerja.rules.wording import gettext_noop as _

RULES = (
    Rule(
        "privacy.clocks",
        _("Tenggat 3 × 24 jam"),
        clocks.CITES,
        (clocks.due, clocks.state),
        figures=("privacy.hours",),
    ),
    Rule(
        "privacy.human_decision",
        _("Keputusan oleh pejabat"),
        human_decision.CITES,
        (human_decision.may_take_effect,),
    ),
    Rule(
        "privacy.small_cells",
        _("Angka kecil disembunyikan"),
        small_cells.CITES,
        (small_cells.may_be_shown, small_cells.cells),
        figures=("privacy.smallest_cell",),
    ),
    Rule(
        "privacy.masking",
        _("Nomor yang disamarkan"),
        masking.CITES,
        (masking.masked,),
        figures=("privacy.shown",),
    ),
    Rule(
        "privacy.retention",
        _("Lama penyimpanan"),
        retention.CITES,
        (retention.retention,),
        figures=("retention.defaults",),
    ),
    Rule("privacy.exchange_key", _("Satu hasil, satu pesan"), exchange_key.CITES, (exchange_key.key,)),
)
