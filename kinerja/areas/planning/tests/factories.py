"""Periods, agreements, SKP and the worked example. Every argument optional; used inside an instansi."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from kinerja.areas.planning.models import Agreement, Frequency, Iku, Indicator, Period, Rhk, Skp
from kinerja.areas.planning.states import AgreementState, PeriodState, SkpState
from kinerja.base.organization import lines
from kinerja.base.organization.models import Assignment, Person, Unit
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import make_member
from kinerja.rules.codes import Aspect, Consolidation, Polarity
from kinerja.tools import clock

#: a day in the open period of the tests
DAY = date(2026, 3, 3)
BEGINS = date(2026, 1, 1)
AGREED_AT = datetime(2026, 1, 12, 9, 30, tzinfo=clock.WIB)


def make_period(name: str = "SKP 2026", **extra: Any) -> Period:
    """The year 2026, open, SKP to be filled in until the end of January."""
    values = {
        "begins": BEGINS,
        "ends": date(2026, 12, 31),
        "fill_until": date(2026, 1, 31),
        "state": PeriodState.OPEN,
    }
    return Period.objects.get_or_create(name=name, defaults=values | extra)[0]


def make_agreement(unit: Unit, period: Period | None = None, **extra: Any) -> Agreement:
    """A signed Perjanjian Kinerja."""
    values = {"state": AgreementState.SIGNED, "signed_at": AGREED_AT}
    return Agreement.objects.create(period=period or make_period(), unit=unit, **(values | extra))


def make_iku(
    agreement: Agreement, name: str = "Persentase layanan kesehatan sesuai standar", **extra: Any
) -> Iku:
    values = {
        "goal": "Meningkatnya mutu layanan kesehatan",
        "unit_of_measure": "persen",
        "consolidation": Consolidation.TAKE_LAST_KNOWN,
        "frequency": Frequency.QUARTERLY,
        "target": Decimal(90),
    }
    return Iku.objects.create(agreement=agreement, name=name, **(values | extra))


def make_skp(person: Person, period: Period | None = None, **extra: Any) -> Skp:
    """An agreed SKP, with the rater of the first of January."""
    period = period or make_period()
    line = lines.line_of(person.pk, period.begins)
    seat = Assignment.objects.on(period.begins).select_related("position").filter(person=person).first()
    values = {
        "unit": seat.unit,
        "position_title": seat.position.title,
        "is_head": bool(line and line.is_head),
        "rater_id": line and line.rater_id,
        "rater_capacity": (line and line.capacity) or "",
        "begins": period.begins,
        "ends": period.ends,
        "state": SkpState.AGREED,
    }
    if extra.get("state", SkpState.AGREED) == SkpState.AGREED:
        values |= {"proposed_at": AGREED_AT, "decided_at": AGREED_AT, "decided_by_id": line and line.rater_id}
    return Skp.objects.create(period=period, person=person, **(values | extra))


def make_rhk(skp: Skp, statement: str = "Pasien dilayani sesuai standar", **extra: Any) -> Rhk:
    return Rhk.objects.create(skp=skp, statement=statement, **extra)


def make_indicator(rhk: Rhk, name: str = "Jumlah pasien dilayani sesuai standar", **extra: Any) -> Indicator:
    """2.400 orang in the year, added up, more is better."""
    values = {
        "unit_of_measure": "orang",
        "aspect": Aspect.KUANTITAS,
        "polarity": Polarity.MAXIMIZE,
        "consolidation": Consolidation.SUM,
        "frequency": Frequency.DAILY,
        "target": Decimal(2400),
    }
    return Indicator.objects.create(rhk=rhk, name=name, **(values | extra))


@dataclass
class Example:
    """From the city's IKU down to a nurse's patients served to standard."""

    period: Period
    city_iku: Iku
    dinkes_iku: Iku
    sari_skp: Skp
    sari_rhk: Rhk
    budi_skp: Skp
    budi_rhk: Rhk
    quantity: Indicator
    quality: Indicator
    time: Indicator


def agreed_example(cast: Cast, period: Period | None = None) -> Example:
    """The whole example, agreed: city IKU → Dinas IKU → Sari's RHK → Budi's SKP, three indicators."""
    period = period or make_period()
    city = make_agreement(cast.pemda, period, signed_by=cast.walikota)
    dinkes = make_agreement(cast.dinkes, period, signed_by=cast.kadis, counterpart=cast.walikota)
    city_iku = make_iku(
        city, "Indeks pelayanan publik Kota Jambi", unit_of_measure="indeks", target=Decimal("4.2")
    )
    dinkes_iku = make_iku(dinkes, supports=city_iku)
    sari_skp = make_skp(cast.sari, period)
    sari_rhk = make_rhk(
        sari_skp, "Meningkatnya layanan Puskesmas 01 yang sesuai standar", supports_iku=dinkes_iku
    )
    make_indicator(
        sari_rhk,
        "Persentase pasien Puskesmas 01 yang dilayani sesuai standar",
        unit_of_measure="persen",
        target=Decimal(90),
        consolidation=Consolidation.TAKE_LAST_KNOWN,
        frequency=Frequency.MONTHLY,
    )
    budi_skp = make_skp(cast.budi, period)
    budi_rhk = make_rhk(budi_skp, "Pasien poli umum dilayani sesuai standar", supports=sari_rhk)
    quantity = make_indicator(budi_rhk, "Jumlah pasien dilayani sesuai standar", is_service=True)
    quality = make_indicator(
        budi_rhk,
        "Persentase pasien yang menilai layanan baik",
        aspect=Aspect.KUALITAS,
        unit_of_measure="persen",
        target=Decimal(90),
        consolidation=Consolidation.AVERAGE,
        frequency=Frequency.MONTHLY,
        order=1,
    )
    time = make_indicator(
        budi_rhk,
        "Rata-rata waktu tunggu pasien poli umum",
        aspect=Aspect.WAKTU,
        unit_of_measure="menit",
        target=Decimal(30),
        polarity=Polarity.MINIMIZE,
        consolidation=Consolidation.AVERAGE,
        frequency=Frequency.MONTHLY,
        order=2,
    )
    return Example(
        period, city_iku, dinkes_iku, sari_skp, sari_rhk, budi_skp, budi_rhk, quantity, quality, time
    )


def ready_draft(cast: Cast, example: Example, name: str = "Rina Amelia") -> Skp:
    """A draft of a new nurse under Sari: one RHK that supports Sari's, one indicator."""
    skp = make_skp(make_member(cast.puskesmas, name), example.period, state=SkpState.DRAFT)
    rhk = make_rhk(skp, "Ibu hamil mendapat layanan antenatal lengkap", supports=example.sari_rhk)
    make_indicator(rhk, "Jumlah ibu hamil dengan kunjungan lengkap", target=Decimal(180))
    return skp
