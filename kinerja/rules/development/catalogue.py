"""The rules of `development`, in the order in which they are read."""

from __future__ import annotations

from kinerja.rules.development import (
    development_plan,
    job_person_match,
    learning_hours,
    learning_mix,
    professionality,
)
from kinerja.rules.rule import Rule
from kinerja.rules.wording import gettext_noop as _

RULES = (
    Rule(
        "development.learning_hours",
        _("Jam pelajaran"),
        learning_hours.CITES,
        (learning_hours.year, learning_hours.check, learning_hours.conversion),
        figures=("learning.pns_least", "learning.pppk_most", "learning.conversion"),
    ),
    Rule(
        "development.job_person_match",
        _("Kesenjangan kompetensi"),
        job_person_match.CITES,
        (job_person_match.match,),
        figures=("match.",),
    ),
    Rule(
        "development.professionality",
        _("Indeks profesionalitas ASN"),
        professionality.CITES,
        (
            professionality.index,
            professionality.index_by_number,
            professionality.band,
            professionality.agency,
        ),
        nearest=professionality.nearest,
        figures=("ip_asn.",),
    ),
    Rule(
        "development.learning_mix",
        _("Cara belajar 10-20-70"),
        learning_mix.CITES,
        (learning_mix.mix,),
        figures=("learning.mix.",),
    ),
    Rule(
        "development.development_plan",
        _("Rencana pengembangan kompetensi"),
        development_plan.CITES,
        (development_plan.ranked, development_plan.obligatory),
    ),
)
