from django.urls import path

from kinerja.base.accounts import views

app_name = "accounts"
urlpatterns = [
    path("aktivasi/", views.activate, name="activate"),
    path("tautan/<str:secret>/", views.enter_by_link, name="link"),
    path("kata-sandi-baru/", views.new_password, name="new_password"),
]
