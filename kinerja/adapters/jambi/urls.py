"""Addresses that only a demonstration has (config/urls.py)."""

from django.urls import path

from kinerja.adapters.jambi import views

app_name = "jambi"
urlpatterns = [path("tanggal/", views.move, name="move_clock")]
