from django.urls import path

from kinerja.areas.reporting.views import changing, deciding, files, reading, recording

app_name = "reporting"
urlpatterns = [
    path("catat/", recording.new, name="new"),
    path("tersimpan/", recording.receipt, name="receipt"),
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
