"""The style guide's one address; config decides where, and whether it is shown at all."""

from django.urls import path

from kinerja.tools.ui import views

app_name = "ui"
urlpatterns = [path("", views.styleguide, name="styleguide")]
