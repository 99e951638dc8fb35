from django.urls import path

from kinerja.areas.planning.views import agreements, lines, mine, skp, team

app_name = "planning"
urlpatterns = [
    path("skp/", mine.mine, name="mine"),
    path("periode/<uuid:period>/skp-baru/", mine.start, name="start"),
    path("skp/<uuid:pk>/", skp.skp, name="skp"),
    path("skp/<uuid:pk>/lampiran/", skp.annex, name="annex"),
    path("skp/<uuid:pk>/pengajuan/", skp.proposal, name="proposal"),
    path("skp/<uuid:pk>/penarikan/", skp.withdrawal, name="withdrawal"),
    path("skp/<uuid:pk>/versi-baru/", skp.version, name="version"),
    path("skp/<uuid:pk>/perubahan/", skp.changes, name="changes"),
    path("skp/<uuid:pk>/pembatalan/", skp.removal, name="skp_removal"),
    path("skp/<uuid:pk>/rhk-baru/", lines.rhk_new, name="rhk_new"),
    path("rhk/<uuid:pk>/", lines.rhk_edit, name="rhk"),
    path("rhk/<uuid:pk>/penghapusan/", lines.rhk_removal, name="rhk_removal"),
    path("rhk/<uuid:pk>/indikator-baru/", lines.indicator_new, name="indicator_new"),
    path("indikator/<uuid:pk>/", lines.indicator_edit, name="indicator"),
    path("indikator/<uuid:pk>/penghapusan/", lines.indicator_removal, name="indicator_removal"),
    path("indikator/pemeriksaan/", lines.indicator_check, name="indicator_check"),
    path("bawahan/", team.team, name="team"),
    path("skp/<uuid:pk>/persetujuan/", team.approval, name="approval"),
    path("skp/<uuid:pk>/pengembalian/", team.return_, name="return"),
    path("skp/<uuid:pk>/ekspektasi/", team.expectations, name="expectations"),
    path("skp/<uuid:pk>/matriks/", team.matrix, name="matrix"),
    path("perjanjian/", agreements.agreements, name="agreements"),
    path("perjanjian/unit/<uuid:pk>/", agreements.agreement_new, name="agreement_new"),
    path("perjanjian/<uuid:pk>/", agreements.agreement, name="agreement"),
    path("perjanjian/<uuid:pk>/tanda-tangan/", agreements.signature, name="signature"),
    path("perjanjian/<uuid:pk>/iku-baru/", agreements.iku_new, name="iku_new"),
    path("iku/<uuid:pk>/", agreements.iku_edit, name="iku"),
    path("iku/<uuid:pk>/penghapusan/", agreements.iku_removal, name="iku_removal"),
    path("iku/pemeriksaan/", agreements.iku_check, name="iku_check"),
]
