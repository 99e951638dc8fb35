from django.urls import path

from kinerja.areas.service_quality.views import catalogue, counting, files

app_name = "service_quality"
urlpatterns = [
    path("", catalogue.catalogue, name="catalogue"),
    path("impor/", files.deliveries, name="deliveries"),
    path("impor/contoh/", files.sample, name="sample"),
    path("impor/<uuid:pk>/", files.delivery, name="delivery"),
    path("impor/<uuid:pk>/penerapan/", files.applying, name="applying"),
    path("impor/<uuid:pk>/pembatalan/", files.discarding, name="discarding"),
    path("impor/<uuid:pk>/masalah/", files.problems, name="problems"),
    path("unit/<uuid:pk>/layanan-baru/", catalogue.service_new, name="service_new"),
    path("<uuid:pk>/", catalogue.service, name="service"),
    path("<uuid:pk>/standar-baru/", catalogue.standard_new, name="standard_new"),
    path("<uuid:pk>/sasaran/", catalogue.population, name="population"),
    path("<uuid:pk>/penutupan/", catalogue.closing, name="closing"),
    path("<uuid:pk>/hitung/", counting.counter, name="counter"),
    path("<uuid:pk>/hari/<str:date>/", counting.day, name="day"),
    path("<uuid:pk>/hari/<str:date>/perbaikan/", counting.correction, name="correction"),
]
