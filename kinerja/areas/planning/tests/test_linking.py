"""An indicator or IKU follows a service: only of its own unit or below, only figures that can be put together."""

from decimal import Decimal
from typing import Any

import pytest

from kinerja.areas.planning import actions
from kinerja.areas.planning.models import Indicator, Rhk, Share, Skp
from kinerja.areas.planning.queries.agreements import ikus_of
from kinerja.areas.planning.states import ChangeReason
from kinerja.areas.planning.tests.conftest import Ask
from kinerja.areas.planning.tests.factories import DAY, Example, make_agreement, make_iku
from kinerja.areas.planning.tests.test_drafting import INDICATOR
from kinerja.areas.service_quality.models import Figure, Service
from kinerja.areas.service_quality.tests.factories import make_service, make_volume
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from kinerja.rules.codes import Consolidation
from kinerja.tools.refusals import BadInput


@pytest.fixture
def visits(kota: Cast) -> Service:
    return make_service(kota.puskesmas, code="PKM01-RJ")


def saved(draft: Skp, service: Service, figure: Figure, **extra: Any) -> Indicator:
    rhk: Rhk = draft.rhks.get()
    values: dict[str, Any] = {"name": "Jumlah pasien", "unit_of_measure": "orang", "target": Decimal(900)}
    return actions.save_indicator(rhk, by=draft.person, service=service, figure=figure, **(values | extra))


def test_an_indicator_follows_a_service_of_its_unit(kota: Cast, draft: Skp, visits: Service) -> None:
    assert saved(draft, visits, Figure.SERVED).is_fed


def test_a_service_of_another_unit_is_refused(kota: Cast, draft: Skp) -> None:
    with pytest.raises(BadInput, match="bukan milik unit ini"):
        saved(draft, make_service(kota.bkpsdm), Figure.SERVED)


@pytest.mark.parametrize(
    ("figure", "consolidation", "said"),
    [
        (Figure.SHARE, Consolidation.SUM, "sudah mencakup semua hari"),
        (Figure.SERVED, Consolidation.TAKE_LAST_KNOWN, "sudah mencakup semua hari"),
        (Figure.COVERAGE, Consolidation.TAKE_LAST_KNOWN, "bukan pelayanan SPM"),
    ],
)
def test_figures_that_cannot_be_put_together_are_refused(
    kota: Cast, draft: Skp, visits: Service, figure: Figure, consolidation: Consolidation, said: str
) -> None:
    with pytest.raises(BadInput, match=said):
        saved(draft, visits, figure, consolidation=consolidation)


def test_what_a_service_does_not_count_is_refused(kota: Cast, draft: Skp, visits: Service) -> None:
    Service.objects.update(has_standard=False)

    with pytest.raises(BadInput, match="tidak menghitung yang dilayani sesuai standar"):
        saved(draft, visits, Figure.STANDARD)


def test_the_form_offers_the_units_services_and_says_what_is_missing(
    cast: Cast, draft: Skp, ask: Ask
) -> None:
    with inside(cast.kota.pk):
        service, other = make_service(cast.puskesmas, "Imunisasi"), make_service(cast.bkpsdm, "Lain sekali")
        rhk = draft.rhks.get()
    page = ask(draft.person, "indicator_new", rhk.pk).content.decode()
    assert "Imunisasi (Puskesmas 01)" in page
    assert "Lain sekali" not in page

    typed = INDICATOR | {"service": str(service.pk)}
    assert (
        "angka mana yang dihitung" in ask(draft.person, "indicator_new", rhk.pk, data=typed).content.decode()
    )
    foreign = INDICATOR | {"service": str(other.pk), "figure": "DILAYANI"}
    assert ask(draft.person, "indicator_new", rhk.pk, data=foreign).status_code == 422

    ask(draft.person, "indicator_new", rhk.pk, data=typed | {"figure": "DILAYANI", "share": "PETUGAS"})
    with inside(cast.kota.pk):
        assert Indicator.objects.get(service=service).share == Share.OFFICER


def test_the_link_is_in_the_content_both_sides_agree_on_and_goes_into_a_new_version(
    kota: Cast, example: Example, visits: Service
) -> None:
    Indicator.objects.filter(pk=example.quantity.pk).update(service=visits, figure=Figure.STANDARD)
    new = actions.start_version(
        example.budi_skp, by=kota.budi, kind=ChangeReason.values[0], reason="Strategi berubah"
    )

    assert Indicator.objects.get(rhk__skp=new, service=visits).figure == Figure.STANDARD


def test_in_another_unit_a_line_is_copied_without_its_service(
    kota: Cast, example: Example, visits: Service
) -> None:
    Indicator.objects.filter(pk=example.quantity.pk).update(service=visits, figure=Figure.STANDARD)
    Skp.objects.filter(pk=example.budi_skp.pk).update(unit=kota.dinkes)
    new = actions.start_version(
        example.budi_skp, by=kota.budi, kind=ChangeReason.values[1], reason="Strategi berubah"
    )

    assert not Indicator.objects.filter(rhk__skp=new, service__isnull=False).exists()


def test_an_iku_shows_what_its_service_comes_to(kota: Cast, example: Example, visits: Service) -> None:
    agreement = make_agreement(kota.puskesmas)
    make_iku(agreement, service=visits, figure=Figure.SHARE)
    make_iku(agreement, "Tanpa layanan")
    make_volume(visits, DAY, 40, 30)

    counted = {iku.name: iku.counted for iku in ikus_of(agreement, DAY)}  # type: ignore[attr-defined]

    assert list(counted.values()) == [75, None]
