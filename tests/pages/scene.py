"""People at their browsers with something of each kind before them: drafts, what waits, what is done, and nothing at all."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.test import Client
from django.urls import reverse

from kinerja.areas.assessment.models import Assessment
from kinerja.areas.assessment.tests.factories import AFTER
from kinerja.areas.monitoring.actions import make_display
from kinerja.areas.monitoring.models import Feedback
from kinerja.areas.planning.models import Iku
from kinerja.areas.planning.states import AgreementState, PeriodState, SkpState
from kinerja.areas.planning.tests.factories import (
    make_agreement,
    make_iku,
    make_indicator,
    make_period,
    make_rhk,
    make_skp,
)
from kinerja.areas.reporting.models import Evidence, Report
from kinerja.areas.reporting.tests.factories import make_report, photo
from kinerja.base.accounts import activation
from kinerja.base.accounts.models import User
from kinerja.base.inbox.sending import tell
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import make_member, make_person
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock
from kinerja.tools.evidence import store
from tests.addresses import give_every_role, rows_of_kota

ClientOf = Callable[[Person], Client]
LONG = "Terselenggaranya pelayanan kesehatan ibu hamil sesuai standar antenatal terpadu di wilayah kerja puskesmas"


class Scene:
    """`people`: who → a signed-in browser; `keys`: what an address may be told."""

    def __init__(self, cast: Cast, client_of: ClientOf) -> None:
        give_every_role(cast.ratna, cast.kota)
        give_every_role(cast.dewi, cast.muaro)
        with inside(cast.kota.pk):
            self.keys = rows_of_kota(cast)
            newcomer, drafting, link = self._add(cast)
            wall = make_display(cast.puskesmas, by=cast.sari, name="Lobi")[1]
            self.receipt = reverse("assessment:receipt", args=[Assessment.objects.get(person=cast.budi).pk])
        self.people: dict[str, Client] = {
            "nobody": Client(),
            "without password": client_of(newcomer),
            "ratna": client_of(cast.ratna),
            "sari": client_of(cast.sari),
            "kadis": client_of(cast.kadis),
            "walikota": client_of(cast.walikota),
            "joko": client_of(cast.joko),
            "budi": client_of(cast.budi),
            "rina": client_of(drafting),
            "dewi": client_of(cast.dewi),
        }
        self.rating = reverse("assessment:rate", args=[self.keys["review"], self.keys["people"][0]])
        self.keys["words"] = {
            "year": 2026,
            "month": 3,
            "day": 5,
            "week": 10,
            "format": "xlsx",
            "secret": link,
            "name": "assessment.quadrant",
            "display": wall,
        }

    def _add(self, cast: Cast) -> tuple[Person, Person, str]:
        """What the example has not: work in every state between a first draft and a decision."""
        with clock.at(AFTER):
            period = make_period()
            drafting = self._skps(cast, period)
            kept = store.keep(cast.kota.pk, photo(), photo(kind="WEBP"))
            Evidence.objects.update(sha256=kept)
            draft = make_agreement(cast.puskesmas, period, state=AgreementState.DRAFT, signed_at=None)
            make_iku(draft, LONG, supports=Iku.objects.first())
            for year, state in ((2025, PeriodState.CLOSED), (2027, PeriodState.DRAFT)):
                days = {
                    "begins": date(year, 1, 1),
                    "ends": date(year, 12, 31),
                    "fill_until": date(year, 1, 31),
                }
                make_period(f"SKP {year}", state=state, **days)
            Feedback.objects.create(person=cast.budi, by=cast.sari, text=LONG, at=clock.now())
            tell(cast.budi, "SKP Anda dikembalikan.", LONG, link="/rencana/skp/", due_on=AFTER)
            newcomer = make_person("Wulan Baru", password=None)
        User.objects.filter(pk=newcomer.pk).update(password="!")
        return newcomer, drafting, activation.issue_link(User.objects.get(pk=cast.joko.pk))

    def _skps(self, cast: Cast, period: Any) -> Person:
        rina = make_member(
            cast.puskesmas, "Rina Amelia Kusumawardhani Pratiwi Sastrodiningrat", password=None
        )
        draft = make_skp(rina, period, state=SkpState.RETURNED)
        make_indicator(make_rhk(draft, LONG), LONG)
        asking = make_skp(make_member(cast.puskesmas, "Tono", password=None), period, state=SkpState.PROPOSED)
        make_indicator(make_rhk(asking))
        rated = make_skp(make_member(cast.puskesmas, "Yuli Handayani", password=None), period)
        waiting = make_indicator(make_rhk(rated, LONG), LONG)
        for day in (3, 17):
            make_report(waiting, date(2026, 3, day), 80, note=LONG)
        of_budi = Report.objects.of(cast.budi.pk).first()
        self.keys["asked"] = {"reporting:receipt": f"?r={of_budi and of_budi.pk}"}
        self.keys["people"] = [rated.person_id, cast.budi.pk]
        return rina
