"""Two files at the root: the worker, whose place decides what it may serve, and the manifest that makes it installable."""

import json
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kinerja.tools.offline.release import FILES, version

#: seconds a browser may keep the worker's own file: it would ask for it at every page otherwise
FRESH = 300
_COLOURS = {"theme_color": "#0b4f6c", "background_color": "#f6f7f5"}


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker: a module that starts the real one with this version's files."""
    told = {
        "version": version(),
        "files": [static(name) for name in FILES],
        "shell": reverse(settings.OFFLINE["shell"]),
        "places": [reverse(name) for name in settings.OFFLINE["places"]],
        "notice": {
            "title": _("Kinerja"),
            "words": str(settings.OFFLINE["notice"]),
            "page": reverse(settings.OFFLINE["notice_page"]),
        },
    }
    text = f"import {{ start }} from {json.dumps(static('offline/worker.js'))};\nstart({json.dumps(told)});\n"
    answer = HttpResponse(text, content_type="text/javascript; charset=utf-8")
    answer["Cache-Control"] = f"max-age={FRESH}"
    return answer


@require_safe
def manifest(request: HttpRequest) -> JsonResponse:
    """Name, pictures and ways in of the installed application."""
    told: dict[str, Any] = {
        "id": "/",
        "name": _("Kinerja"),
        "short_name": _("Kinerja"),
        "description": _("Catat progres kerja dalam hitungan detik, juga tanpa sambungan."),
        "lang": request.LANGUAGE_CODE if hasattr(request, "LANGUAGE_CODE") else "id",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        **_COLOURS,
        "icons": [
            {"src": static("offline/icon-192.png"), "sizes": "192x192", "type": "image/png"},
            {"src": static("offline/icon-512.png"), "sizes": "512x512", "type": "image/png"},
            {
                "src": static("offline/icon-maskable.png"),
                "sizes": "512x512",
                "type": "image/png",
                "purpose": "maskable",
            },
        ],
        "shortcuts": [
            {"name": str(label), "url": reverse(name)} for name, label in settings.OFFLINE["shortcuts"]
        ],
    }
    answer = JsonResponse(told, content_type="application/manifest+json")
    answer["Cache-Control"] = f"max-age={FRESH}"
    return answer
