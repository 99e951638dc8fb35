"""The design system: templates, pieces, form fields and styles that know nothing of the domain."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "kinerja.tools.ui"
    label = "ui"
