"""All settings, from the environment, failing loudly. `docs/reference/settings.md` lists every variable."""

import os
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from kinerja.config import environment
from kinerja.config.kinds import KINDS
from kinerja.tools.postgres.cluster import Cluster
from kinerja.tools.postgres.places import data_root

PACKAGE = Path(__file__).resolve().parent.parent
DATA_DIR = data_root()

DEMO = environment.flag("KINERJA_DEMO")
DEBUG = environment.flag("KINERJA_DEBUG")


def _secret_key() -> str:
    key = environment.text("KINERJA_SECRET_KEY")
    if key:
        if len(key) < 32:
            raise ImproperlyConfigured("KINERJA_SECRET_KEY must have at least 32 characters.")
        return key
    if os.environ.get("DATABASE_URL"):
        raise ImproperlyConfigured("KINERJA_SECRET_KEY is missing: set it when DATABASE_URL names a server.")
    return environment.kept_secret(DATA_DIR / "secret-key")


SECRET_KEY = _secret_key()
SECRET_KEY_FALLBACKS = [key for key in environment.text("KINERJA_SECRET_KEY_FALLBACKS").split(",") if key]
ALLOWED_HOSTS = [
    host for host in environment.text("KINERJA_ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]").split(",") if host
]
CSRF_TRUSTED_ORIGINS = [origin for origin in environment.text("KINERJA_TRUSTED_ORIGINS").split(",") if origin]


# Database: the application's role by DATABASE_URL, the owner (migrations only) by DATABASE_OWNER_URL; without them the
# embedded cluster of the data directory. KINERJA_ROLE=owner is set by `kinerja migrate` alone.
def _address(variable: str, role: str) -> str:
    given = environment.text(variable)
    if not given and os.environ.get("DATABASE_URL"):
        raise ImproperlyConfigured(
            f"{variable} is missing: with DATABASE_URL, DATABASE_OWNER_URL and DATABASE_DISPATCH_URL name the other two roles."
        )
    return given or Cluster(DATA_DIR).url(role, environment.text("KINERJA_DATABASE", "kinerja"))


_app_url = _address("DATABASE_URL", "kinerja_app")
_owner_url = _address("DATABASE_OWNER_URL", "kinerja_owner")
DATABASE_DISPATCH_URL = _address("DATABASE_DISPATCH_URL", "kinerja_dispatch")
DATABASE_APP_ROLE = environment.database(_app_url)["USER"]
DATABASE_DISPATCH_ROLE = environment.database(DATABASE_DISPATCH_URL)["USER"]
DATABASES: dict[str, dict[str, Any]] = {
    "default": environment.database(_owner_url if os.environ.get("KINERJA_ROLE") == "owner" else _app_url)
}
DATABASES["default"] |= {
    "CONN_MAX_AGE": None,
    "CONN_HEALTH_CHECKS": True,
    "ATOMIC_REQUESTS": False,  # the door is the transaction: base/access/doors.py
    "DISABLE_SERVER_SIDE_CURSORS": False,
}
DATABASES["default"]["OPTIONS"] |= {
    "server_side_binding": environment.flag("KINERJA_SERVER_SIDE_BINDING", True),
    "prepare_threshold": 3,
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_htmx",
    "procrastinate.contrib.django",
    "kinerja.tools.jobs",
    "kinerja.tools.live",
    "kinerja.tools.offline",
    "kinerja.tools.ui",
    "kinerja.base.tenancy",
    "kinerja.base.accounts",
    "allauth",  # after accounts, whose templates take the place of the library's
    "allauth.account",
    "kinerja.base.ledger",
    "kinerja.base.organization",
    "kinerja.base.calendar",
    "kinerja.base.inbox",
    "kinerja.base.access",
    "kinerja.areas.service_quality",
    "kinerja.areas.planning",
    "kinerja.areas.reporting",
    "kinerja.areas.monitoring",
    "kinerja.areas.assessment",
    "kinerja.adapters.siasn",
    "kinerja.adapters.jambi",
    "kinerja.windows.home",
    "kinerja.windows.agency",
    "kinerja.windows.rules",
    "kinerja.config",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kinerja.config.middleware.CompressedPages",
    "kinerja.config.middleware.ResponseHeaders",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "csp.middleware.CSPMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
if DEMO:
    MIDDLEWARE.append("kinerja.config.middleware.MovedClock")

ROOT_URLCONF = "kinerja.config.urls"
WSGI_APPLICATION = "kinerja.config.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kinerja.config.context.frame",
            ],
        },
    }
]

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["kinerja.base.accounts.backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["nip", "email"]},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "nip"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_USERNAME_MIN_LENGTH = 18
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "kinerja.base.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "kinerja.base.accounts.forms.SignInForm",
    "change_password": "kinerja.base.accounts.forms.OwnPasswordForm",
    "reauthenticate": "kinerja.base.accounts.forms.AgainForm",
}
#: beside the library's own limits: questions to the rules, from pages and programs together; descriptions that programs
#: read; calls of a connected system; tokens from one address that were not taken
ACCOUNT_RATE_LIMITS = {
    "rules": "60/m/ip",
    "rules_read": "300/m/ip",
    "systems": "300/m/key",
    "system_failures": "20/m/ip",
}
ACCOUNT_LOGOUT_REDIRECT_URL = "/akun/login/"
ACCOUNT_SESSION_REMEMBER = True  # as long as KINERJA_SESSION_HOURS, through a break
ACCOUNT_PRESERVE_USERNAME_CASING = True

SESSION_ENGINE = "kinerja.base.accounts.session_store"
SESSION_COOKIE_AGE = environment.number("KINERJA_SESSION_HOURS", 12) * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
HTTPS = environment.flag("KINERJA_HTTPS")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
if HTTPS:
    SESSION_COOKIE_NAME = "__Host-session"
    CSRF_COOKIE_NAME = "__Host-csrf"
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "style-src": [SELF],
        "script-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "kinerja_cache",
        # beyond it a third is thrown away: with Django's 300, an address that asked from 300 others would be forgotten
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
}

# Background work and live pages: which rooms stand behind the tools (config/wiring.py)
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
JOBS_INSIDE = (
    "kinerja.config.wiring.inside_at_the_moved_hour" if DEMO else "kinerja.base.tenancy.context.inside"
)
JOBS_SCHEDULE = "kinerja.config.schedule.SCHEDULE"
JOBS_EVERY_INSTANSI = "kinerja.config.wiring.every_instansi"
LIVE_SUBSCRIPTIONS = "kinerja.base.ledger.verbs.listeners"
LIVE_WAKE = "kinerja.config.wiring.wake"

# Notices outside (base/inbox): what the operator configured; the agency of each instansi switches it on
#: as people reach it from outside: links in notices begin with it
PUBLIC_ADDRESS = environment.text("KINERJA_PUBLIC_ADDRESS", "http://127.0.0.1:8000" if DEMO else "").rstrip(
    "/"
)
NOTICE_KINDS = KINDS
NOTICE_PAGES = {"inbox": "home:inbox", "own": "home:notices", "stop": "home:notices_stop"}
#: channel → what its adapter is made with (config/wiring.py); empty: not configured
NOTICE_CHANNELS: dict[str, dict[str, Any]] = {
    "mail": {
        "url": environment.text("KINERJA_SMTP_URL"),
        "sender": environment.text("KINERJA_MAIL_FROM"),
    },
    "webpush": {
        "key": environment.text("KINERJA_VAPID_KEY"),
        "contact": environment.text("KINERJA_VAPID_CONTACT"),
    },
    "telegram": {
        "key": environment.text("KINERJA_TELEGRAM_KEY"),
        "bot": environment.text("KINERJA_TELEGRAM_BOT"),
        "hook_key": environment.text("KINERJA_TELEGRAM_HOOK_KEY"),
    },
    "whatsapp": {
        "key": environment.text("KINERJA_WHATSAPP_KEY"),
        "sender": environment.text("KINERJA_WHATSAPP_SENDER"),
        "number": environment.text("KINERJA_WHATSAPP_NUMBER"),
        "template": environment.text("KINERJA_WHATSAPP_TEMPLATE"),
        "app_key": environment.text("KINERJA_WHATSAPP_APP_KEY"),
        "hook_key": environment.text("KINERJA_WHATSAPP_HOOK_KEY"),
    },
}

#: working days within which a dispute about the superior must be settled
RATER_DISPUTE_WORKING_DAYS = environment.number("KINERJA_RATER_DISPUTE_DAYS", 3)

LANGUAGE_CODE = "id"
LANGUAGES = [("id", _("Indonesia")), ("en", _("Inggris"))]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Jakarta"
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "/static/"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "kinerja.tools.ui.stylesheet.StylesheetFinder",  # the one stylesheet, joined from its parts
]
STATIC_ROOT = Path(environment.text("KINERJA_STATIC_DIR") or PACKAGE.parent / ".var" / "static")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # beside each file its compressed forms, which WhiteNoise hands out; the names stay, since a device keeps them by name
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}
#: what a device keeps for days without a connection (tools/offline): the page shown then, for which addresses at once, the
#: installed application's shortcuts, and the files that page is made of
OFFLINE: dict[str, Any] = {
    "shell": "reporting:queue",
    "places": ["home:today", "reporting:new"],
    # what a push notice says, and where a press on it leads: the message itself brings no words
    "notice": _("Ada kabar untuk Anda di Kinerja."),
    "notice_page": "home:inbox",
    "shortcuts": [("reporting:new", _("Catat progres")), ("reporting:calendar", _("Kalender"))],
    "sources": [
        *sorted((PACKAGE / "areas/reporting/templates/reporting").glob("*queue*.html")),
        PACKAGE / "areas/reporting/forms.py",
        *(
            PACKAGE / f"tools/ui/templates/ui/{name}.html"
            for name in ("base", "layout_plain", "_outbox", "field")
        ),
        PACKAGE / "locale/en/LC_MESSAGES/django.po",
    ],
}
EVIDENCE_DIR = Path(environment.text("KINERJA_EVIDENCE_DIR") or DATA_DIR / "evidence")
NIK_KEY = environment.text("KINERJA_NIK_KEY") or SECRET_KEY
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_621_440

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": environment.text("KINERJA_LOG_LEVEL", "WARNING")},
}
SILENCED_SYSTEM_CHECKS: list[str] = []
