"""Addresses of assessment."""

from django.urls import path

from kinerja.areas.assessment.views import receipts, team, units

app_name = "assessment"
urlpatterns = [
    path("saya/", receipts.mine, name="mine"),
    path("kwitansi/<uuid:pk>/", receipts.receipt, name="receipt"),
    path("kwitansi/<uuid:pk>/kwitansi.json", receipts.receipt_json, name="receipt-json"),
    path("bawahan/", team.team, name="team"),
    path("bawahan/<uuid:review>/sebaran/", team.curve_note, name="curve-note"),
    path("bawahan/<uuid:review>/<uuid:person>/", team.rate, name="rate"),
    path("bawahan/<uuid:review>/<uuid:person>/pembukaan/", team.reopen, name="reopen"),
    path("unit/", units.units, name="units"),
    path("unit/<uuid:review>/<uuid:pk>/", units.unit, name="unit"),
]
