from django.urls import path

from kinerja.areas.monitoring import views

app_name = "monitoring"
urlpatterns = [
    path("tim/", views.team, name="team"),
    path("tim/<uuid:pk>/", views.member, name="member"),
    path("tim/<uuid:person>/baris/", views.team_row, name="row"),
    path("tim/<uuid:pk>/umpan-balik/", views.give_feedback, name="give_feedback"),
    path("persetujuan/", views.queue, name="queue"),
    path("umpan-balik/", views.feedback, name="feedback"),
]
