from django.urls import path

from kinerja.areas.reporting.views import (
    changing,
    deciding,
    files,
    filling,
    importing,
    months,
    reading,
    recording,
    templates,
)

app_name = "reporting"
urlpatterns = [
    path("catat/", recording.new, name="new"),
    path("catat/bulan/", months.month, name="fill_month"),
    path("catat/draf/", recording.draft, name="draft"),
    path("pembukaan/", filling.openings, name="openings"),
    path("pembukaan/batas/", filling.rule, name="filling_rule"),
    path("impor/", importing.imports, name="imports"),
    path("impor/lembar.xlsx", importing.workbook, name="workbook"),
    path("impor/<uuid:pk>/", importing.run_page, name="import"),
    path("impor/<uuid:pk>/masalah.xlsx", importing.to_mend, name="import_faults"),
    path("tersimpan/", recording.receipt, name="receipt"),
    path("templat/", templates.own, name="templates"),
    path("templat/jabatan/", templates.of_agency, name="post_templates"),
    path("templat/jabatan/contoh/", templates.starters, name="starters"),
    path("templat/jabatan/<uuid:pk>/", templates.change, name="post_template"),
    path("kalender/", reading.calendar, name="calendar"),
    path("kalender/<int:year>/<int:month>/", reading.calendar, name="month"),
    path("kalender/<int:year>/<int:month>/<int:day>/", reading.day, name="day"),
    path("bukti/<uuid:pk>/", files.evidence, name="evidence"),
    path("bukti/<uuid:pk>/pratinjau/", files.preview, name="preview"),
    path("bukti/<uuid:pk>/hapus/", files.remove_evidence, name="remove_evidence"),
    path("<uuid:pk>/", reading.detail, name="detail"),
    path("<uuid:pk>/perbaikan/", changing.correct, name="correct"),
    path("<uuid:pk>/penarikan/", changing.withdraw, name="withdraw"),
    path("<uuid:pk>/bukti/", changing.add_evidence, name="add_evidence"),
    path("<uuid:pk>/terima/", deciding.accept, name="accept"),
    path("<uuid:pk>/kembalikan/", deciding.send_back, name="send_back"),
]
