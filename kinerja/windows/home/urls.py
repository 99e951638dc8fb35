"""Addresses of a person's own pages."""

from django.urls import path

from kinerja.windows.home import views

app_name = "home"
urlpatterns = [
    path("", views.today, name="today"),
    path("kotak-masuk/", views.inbox, name="inbox"),
    path("kotak-masuk/terbaca/", views.read_all, name="read-all"),
    path("kotak-masuk/<uuid:pk>/", views.read, name="read"),
    path("kotak-masuk/<uuid:pk>/selesai/", views.done, name="done"),
    path("profil/", views.profile, name="profile"),
]
