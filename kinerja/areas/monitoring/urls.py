from django.urls import path

from kinerja.areas.monitoring.views import accepting, alerts, forecasts, talks, team, units, walls

app_name = "monitoring"
urlpatterns = [
    path("tim/", team.team, name="team"),
    path("tim/<uuid:pk>/", team.member, name="member"),
    path("tim/<uuid:person>/baris/", team.team_row, name="row"),
    path("tim/<uuid:pk>/umpan-balik/", team.give_feedback, name="give_feedback"),
    path("tim/<uuid:pk>/dialog/", talks.talk, name="talk"),
    path("dialog/", talks.talks, name="talks"),
    path("dialog/<uuid:pk>/hasil/", talks.talk_held, name="talk_held"),
    path("persetujuan/", accepting.queue, name="queue"),
    path("persetujuan/bersama/", accepting.together, name="together"),
    path("indikator/<uuid:pk>/", forecasts.indicator, name="indicator"),
    path("peringatan/", alerts.alerts, name="alerts"),
    path("peringatan/ringkasan/", alerts.overview, name="overview"),
    path("peringatan/<uuid:pk>/", alerts.alert, name="alert"),
    path("peringatan/<uuid:pk>/tindakan/", alerts.answer, name="answer"),
    path("peringatan/<uuid:pk>/penutupan/", alerts.close, name="close"),
    path("peringatan/<uuid:pk>/bantuan/", alerts.ask, name="ask_help"),
    path("unit/", units.units, name="units"),
    path("unit/<uuid:pk>/", units.unit, name="unit"),
    path("unit/<uuid:pk>/layar/", walls.wall, name="wall"),
    path("unit/<uuid:pk>/tautan-layar/", walls.displays, name="displays"),
    path("tautan-layar/<uuid:pk>/pencabutan/", walls.display_end, name="display_end"),
    path("layar/<str:display>/", walls.display, name="display"),
    path("umpan-balik/", team.feedback, name="feedback"),
]
