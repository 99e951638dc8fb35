"""One include per app, in menu order."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from kinerja.adapters.telegram.views import hook as telegram
from kinerja.adapters.whatsapp.views import hook as whatsapp
from kinerja.base.tenancy.exits import public
from kinerja.config import api
from kinerja.tools.offline.views import manifest, worker
from kinerja.tools.ui.views import styleguide

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("kinerja.windows.home.urls")),
    path("masuk/", include("kinerja.base.accounts.urls")),
    path("akun/", include("kinerja.base.accounts.allauth_urls")),
    path("kepegawaian/impor/", include("kinerja.adapters.siasn.urls")),
    path("layanan/", include("kinerja.areas.service_quality.urls")),
    path("rencana/", include("kinerja.areas.planning.urls")),
    path("laporan/", include("kinerja.areas.reporting.urls")),
    path("pantau/", include("kinerja.areas.monitoring.urls")),
    path("nilai/", include("kinerja.areas.assessment.urls")),
    path("kepegawaian/", include("kinerja.windows.agency.urls")),
    path("rules/", include("kinerja.windows.rules.urls")),
    path("api/v1/", api.urls),
    path("kait/telegram/", telegram, name="telegram"),
    path("kait/whatsapp/", whatsapp, name="whatsapp"),
    path("sw.js", public("the worker of every device, the same for all")(worker), name="worker"),
    path("manifest.webmanifest", public("the application's name and pictures")(manifest), name="manifest"),
]

if settings.DEMO:
    urlpatterns += [
        path("gaya/", public("the style guide of a demonstration")(styleguide), name="styleguide"),
        path("peragaan/", include("kinerja.adapters.jambi.urls")),
    ]
