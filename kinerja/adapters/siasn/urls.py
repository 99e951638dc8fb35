from django.urls import path

from . import views

app_name = "siasn"
urlpatterns = [
    path("", views.imports, name="imports"),
    path("kirim/", views.upload, name="upload"),
    path("<uuid:pk>/", views.run_page, name="import"),
    path("<uuid:pk>/kemajuan/", views.progress, name="progress"),
    path("<uuid:pk>/terapkan/", views.apply, name="apply"),
    path("<uuid:pk>/batalkan/", views.discard, name="discard"),
    path("<uuid:pk>/masalah/", views.problems, name="problems"),
]
