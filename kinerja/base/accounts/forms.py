"""What a person types to come in."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kinerja.base.accounts.models import User
from kinerja.tools.ui.forms import KinerjaForm, PlainSpeech

PASSWORD_HELP = _("Sedikitnya 12 karakter. Kalimat pendek mudah diingat dan sulit ditebak.")


def clean_nip(text: str) -> str:
    """A NIP as people type it: spaces, dots, hyphens and a leading apostrophe are taken away."""
    return "".join(character for character in text if character not in " .-'’\u00a0\t")


class SignInForm(PlainSpeech, LoginForm):
    """NIP and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.CharField(
            label=_("NIP"), max_length=25, widget=self.fields["login"].widget
        )
        self.fields["login"].widget.attrs |= {
            "inputmode": "numeric",
            "autocomplete": "username",
            "placeholder": "",
            "maxlength": 25,
        }
        self.fields["login"].error_messages["required"] = _("NIP belum diisi. Ketik 18 angka NIP Anda.")
        self.fields["password"].label = _("Kata sandi")
        self.fields["password"].widget.attrs |= {"autocomplete": "current-password", "placeholder": ""}
        self.fields["password"].help_text = ""
        self.fields["password"].error_messages["required"] = _("Kata sandi belum diisi.")
        self.fields.pop("remember", None)

    def clean_login(self) -> str:
        self.cleaned_data["login"] = clean_nip(self.cleaned_data["login"])
        return str(super().clean_login())


class OwnPasswordForm(PlainSpeech, ChangePasswordForm):
    """The old password once, the new one twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {
            "oldpassword": _("Kata sandi sekarang"),
            "password1": _("Kata sandi baru"),
            "password2": _("Ulangi kata sandi baru"),
        }
        for name, label in labels.items():
            self.fields[name].label, self.fields[name].help_text = label, ""
            self.fields[name].widget.attrs["placeholder"] = ""
        self.fields["password1"].help_text = PASSWORD_HELP


class AgainForm(PlainSpeech, ReauthenticateForm):
    """The password once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label, self.fields["password"].help_text = _("Kata sandi"), ""
        self.fields["password"].widget.attrs["placeholder"] = ""


class NewPasswordForm(KinerjaForm):
    """A password of one's own, typed twice."""

    password = forms.CharField(
        label=_("Kata sandi baru"),
        strip=False,
        max_length=128,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=PASSWORD_HELP,
        error_messages={"required": _("Kata sandi baru belum diisi.")},
    )
    again = forms.CharField(
        label=_("Ulangi kata sandi baru"),
        strip=False,
        max_length=128,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Ulangi kata sandi baru agar tidak salah ketik.")},
    )

    def __init__(self, *args: Any, user: User | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        password, again = cleaned.get("password"), cleaned.get("again")
        if password and again and password != again:
            self.add_error("again", _("Kedua kata sandi berbeda. Ketik ulang yang kedua."))
        if password:
            try:
                validate_password(password, self.user)
            except ValidationError as error:
                self.add_error("password", error)
        return cleaned


class ActivationForm(NewPasswordForm):
    """NIP, the activation code from the personnel agency, and a password of one's own."""

    nip = forms.CharField(
        label=_("NIP"),
        max_length=25,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "username"}),
        error_messages={"required": _("NIP belum diisi. Ketik 18 angka NIP Anda.")},
    )
    code = forms.CharField(
        label=_("Kode aktivasi"),
        max_length=20,
        help_text=_("Tertulis pada lembar aktivasi dari pengelola kepegawaian, misalnya K7QM-3XHD-9RTA."),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "characters"}),
        error_messages={"required": _("Kode aktivasi belum diisi. Kodenya ada pada lembar aktivasi.")},
    )
    field_order = ["nip", "code", "password", "again"]

    def clean_nip(self) -> str:
        return clean_nip(self.cleaned_data["nip"])
