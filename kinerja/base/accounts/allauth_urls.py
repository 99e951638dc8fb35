"""The few addresses of the sign-in library that are in use; everything else of it does not exist here.

Nobody signs up and nothing is reset by e-mail: accounts come from the personnel data, first passwords by activation.
"""

from allauth.account import views
from django.urls import path, reverse_lazy
from django.views.generic import RedirectView

urlpatterns = [
    path("login/", views.login, name="account_login"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("logout/", views.logout, name="account_logout"),
    path("password/change/", views.password_change, name="account_change_password"),
    path(
        "password/set/",
        RedirectView.as_view(url=reverse_lazy("accounts:new_password")),
        name="account_set_password",
    ),
    path("reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
]
