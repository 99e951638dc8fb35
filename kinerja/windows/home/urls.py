"""Addresses of a person's own pages."""

from django.urls import path

from kinerja.windows.home.views import notices
from kinerja.windows.home.views import own as views

app_name = "home"
urlpatterns = [
    path("", views.today, name="today"),
    path("kotak-masuk/", views.inbox, name="inbox"),
    path("kotak-masuk/terbaca/", views.read_all, name="read-all"),
    path("kotak-masuk/<uuid:pk>/", views.read, name="read"),
    path("kotak-masuk/<uuid:pk>/selesai/", views.done, name="done"),
    path("profil/", views.profile, name="profile"),
    path("pemberitahuan/", notices.notices, name="notices"),
    path("pemberitahuan/alamat/<uuid:pk>/hapus/", notices.remove, name="notices_remove"),
    path("pemberitahuan/berhenti/<str:token>/", notices.stop, name="notices_stop"),
    path("pemberitahuan/<slug:channel>/alamat/", notices.ask, name="notices_ask"),
    path("pemberitahuan/<slug:channel>/perangkat/", notices.device, name="notices_device"),
    path("pemberitahuan/<slug:channel>/kode/", notices.confirm, name="notices_confirm"),
    path("pemberitahuan/<slug:channel>/pilihan/", notices.choose, name="notices_choose"),
]
