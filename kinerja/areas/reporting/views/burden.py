"""What the forms cost: one's own minutes, and those of a unit, never of somebody else."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kinerja.areas.reporting import queries
from kinerja.areas.reporting.queries.burden import LEAST, WEEKS, Form
from kinerja.base.access.doors import door
from kinerja.base.access.roles import Role
from kinerja.rules.workload import ceiling
from kinerja.tools import clock


@door("report.submit")
def mine(request: HttpRequest) -> HttpResponse:
    """One's own minutes a week, against the ceiling."""
    who = request.principal  # type: ignore[attr-defined]
    weeks = [
        {"week": week, "minutes": sum(form.minutes for form in forms), "forms": _named(forms)}
        for week, forms in queries.own_burden(who.person.pk, clock.today())
    ]
    most = ceiling(leads=bool(who.headed_unit_ids), on=clock.today())
    context = {"weeks": weeks, "ceiling": most, "least": LEAST}
    return render(request, "reporting/burden_mine.html", context)


@door("burden.read")
def units(request: HttpRequest) -> HttpResponse:
    """Minutes a week by role and unit, and the forms that cost most: of the units one heads, or of all for the agency."""
    who = request.principal  # type: ignore[attr-defined]
    everywhere = bool({Role.AGENCY, Role.AUDITOR} & who.roles)
    cells, forms, hidden = queries.burden_of(None if everywhere else who.headed_ids, clock.today())
    context = {
        "cells": cells,
        "forms": _named(forms[:15]),
        "hidden": hidden,
        "over": sum(cell.is_over for cell in cells),
        "least": LEAST,
        "weeks": WEEKS,
    }
    return render(request, "reporting/burden.html", context)


def _named(forms: list[Form]) -> list[dict[str, Any]]:
    """Each with the words its page is called by; a form nobody named keeps its address."""
    words = _words()
    return [
        {
            "words": words.get(form.name, form.name),
            "minutes": round(form.minutes, 1),
            "times": form.times,
            "seconds": form.seconds,
        }
        for form in forms
    ]


def _words() -> dict[str, str]:
    return {
        "reporting:new": _("Catat progres"),
        "reporting:fill_month": _("Isi beberapa hari"),
        "reporting:imports": _("Impor laporan"),
        "reporting:import": _("Impor laporan, menyimpan"),
        "reporting:correct": _("Perbaiki laporan"),
        "reporting:withdraw": _("Tarik laporan"),
        "reporting:add_evidence": _("Tambah bukti"),
        "reporting:accept": _("Menerima laporan"),
        "reporting:send_back": _("Mengembalikan laporan"),
        "planning:start": _("Mulai SKP"),
        "planning:rhk_new": _("Tambah RHK"),
        "planning:rhk": _("Ubah RHK"),
        "planning:indicator_new": _("Tambah indikator"),
        "planning:indicator": _("Ubah indikator"),
        "planning:annex": _("Lampiran SKP"),
        "planning:expectations": _("Ekspektasi perilaku"),
        "planning:return": _("Mengembalikan SKP"),
        "assessment:rate": _("Menilai bawahan"),
        "assessment:unit": _("Predikat unit"),
        "monitoring:give": _("Umpan balik"),
    }
