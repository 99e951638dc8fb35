"""The rules of `service_quality`, in the order in which they are read."""

from __future__ import annotations

from kinerja.rules.rule import Rule
from kinerja.rules.service_quality import (
    complaints,
    health_services,
    puskesmas,
    satisfaction,
    survey_sample,
)
from kinerja.rules.wording import gettext_noop as _

RULES = (
    Rule(
        "service_quality.satisfaction",
        _("Survei kepuasan masyarakat"),
        satisfaction.CITES,
        (satisfaction.index, satisfaction.from_answers, satisfaction.grade, satisfaction.next_survey),
        figures=("skm.",),
    ),
    Rule(
        "service_quality.survey_sample",
        _("Jumlah responden survei"),
        survey_sample.CITES,
        (survey_sample.sample,),
        figures=("sample.",),
    ),
    Rule(
        "service_quality.complaints",
        _("Tenggat pengaduan"),
        complaints.CITES,
        (complaints.timing, complaints.clock, complaints.share_on_time),
        figures=("complaint.",),
    ),
    Rule(
        "service_quality.health_services",
        _("SPM kesehatan"),
        health_services.CITES,
        (health_services.coverage,),
        figures=("spm.band",),
    ),
    Rule(
        "service_quality.puskesmas",
        _("Rasio puskesmas"),
        puskesmas.CITES,
        (puskesmas.contact_rate, puskesmas.referral_ratio, puskesmas.prolanis_ratio, puskesmas.grade),
        figures=("puskesmas.",),
    ),
)
