"""How the sign-in library behaves here: nobody signs up; accounts come from the personnel data."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class AccountAdapter(DefaultAccountAdapter):
    """Closed to sign-up; messages say what to do."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("Akun ini tidak aktif. Hubungi pengelola kepegawaian unit Anda."),
        "username_password_mismatch": _(
            "NIP atau kata sandi tidak cocok. Periksa keduanya; bila lupa, minta kode aktivasi baru kepada "
            "pengelola kepegawaian unit Anda."
        ),
        "too_many_login_attempts": _("Terlalu banyak percobaan masuk. Tunggu lima menit, lalu coba lagi."),
        "enter_current_password": _("Kata sandi saat ini tidak cocok. Ketik ulang."),
        "incorrect_password": _("Kata sandi tidak cocok. Ketik ulang."),
        "rate_limited": _("Terlalu banyak permintaan. Tunggu sebentar, lalu coba lagi."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
