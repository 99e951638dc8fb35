"""The addresses of a demonstration, for tests that run without being one."""

from django.urls import include, path

from kinerja.config.urls import urlpatterns as everywhere

urlpatterns = [*everywhere, path("peragaan/", include("kinerja.adapters.jambi.urls"))]
