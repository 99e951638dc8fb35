"""A small Django for this room, as long as no other settings are configured."""

import django
from django.conf import settings

if not settings.configured:
    settings.configure(
        SECRET_KEY="only-in-tests",
        DEBUG=True,
        ALLOWED_HOSTS=["*"],
        INSTALLED_APPS=["django.contrib.staticfiles", "kinerja.tools.ui"],
        STATIC_URL="/static/",
        STATICFILES_FINDERS=[
            "django.contrib.staticfiles.finders.AppDirectoriesFinder",
            "kinerja.tools.ui.stylesheet.StylesheetFinder",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
            }
        ],
        ROOT_URLCONF="kinerja.tools.ui.urls",
        LANGUAGE_CODE="id",
        USE_TZ=True,
        TIME_ZONE="Asia/Jakarta",
        MIDDLEWARE=[],
    )
    django.setup()
