"""Addresses of the rules, open to everybody."""

from django.urls import path

from kinerja.windows.rules import views

app_name = "rules"
urlpatterns = [
    path("", views.index, name="index"),
    path("<str:name>/", views.rule, name="rule"),
]
