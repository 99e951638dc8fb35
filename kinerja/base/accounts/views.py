"""Coming in the first time: by activation code, or by a single-use link. Signing in itself is the library's."""

from collections.abc import Callable

from allauth.account.utils import perform_login
from allauth.core import ratelimit
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from kinerja.base.accounts import activation
from kinerja.base.accounts.forms import ActivationForm, NewPasswordForm
from kinerja.base.accounts.models import User
from kinerja.base.tenancy.exits import public

View = Callable[..., HttpResponse]


def _too_many(request: HttpRequest, key: str) -> bool:
    """At most 10 tries a minute from one address, 5 in five minutes for one NIP (the library's shared limits)."""
    return not ratelimit.consume(request, action="login_failed", key=key, dry_run=False)


@public("the first way in")
@sensitive_post_parameters("password", "again", "code")
@require_http_methods(["GET", "POST"])
def activate(request: HttpRequest) -> HttpResponse:
    """NIP and activation code once, then a password of one's own."""
    form = ActivationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = None
        if _too_many(request, form.cleaned_data["nip"]):
            form.add_error(None, _("Terlalu banyak percobaan. Tunggu lima menit, lalu coba lagi."))
        else:
            with transaction.atomic():
                user = activation.use_code(form.cleaned_data["nip"], form.cleaned_data["code"])
                if user is not None:
                    set_password(user, form.cleaned_data["password"])
        if user is not None:
            return perform_login(request, user, redirect_url="/")
        if not form.non_field_errors():
            form.add_error(
                "code",
                _(
                    "NIP dan kode aktivasi tidak cocok, sudah dipakai, atau sudah lewat 14 hari. "
                    "Periksa lembar aktivasi; bila perlu minta kode baru kepada pengelola kepegawaian."
                ),
            )
    return render(request, "accounts/activate.html", {"form": form}, status=422 if form.errors else 200)


@public("the way in by a single-use link")
@require_http_methods(["GET", "POST"])
def enter_by_link(request: HttpRequest, secret: str) -> HttpResponse:
    """A single-use link: looking shows a button (mail scanners look), pressing it comes in."""
    if request.method == "POST":
        with transaction.atomic():
            user = activation.use_link(secret)
        if user is not None:
            response = perform_login(request, user, redirect_url="/")
            return redirect("accounts:new_password") if not user.has_usable_password() else response
    is_open = request.method == "GET" and activation.link_is_open(secret)
    return render(request, "accounts/link.html", {"is_open": is_open}, status=200 if is_open else 410)


@public("the first password, asked of whoever came in by link")
@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "POST"])
def new_password(request: HttpRequest) -> HttpResponse:
    """A first password after coming in by link; later changes ask for the old one (the library's page)."""
    if not request.user.is_authenticated:
        return redirect("account_login")
    user = request.user
    if user.has_usable_password():
        return redirect("account_change_password")
    form = NewPasswordForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        set_password(user, form.cleaned_data["password"])
        return perform_login(request, user, redirect_url="/")
    return render(request, "accounts/new_password.html", {"form": form}, status=422 if form.errors else 200)


def set_password(user: User, password: str) -> None:
    """Give an account its own password; every other session of it ends by the changed hash."""
    user.set_password(password)
    user.save(update_fields=["password"])
