"""Sign-in: who may come in. The person behind an account lives in organization, under the same id."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from kinerja.tools.keys import uuid7


class UserManager(BaseUserManager["User"]):
    """Accounts are made by import and by the agency; there is no default password anywhere."""

    def create_user(self, nip: str, instansi: Any, password: str | None = None, **extra: Any) -> "User":
        user = self.model(nip=nip, instansi=instansi, **extra)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(nip=username)


class User(AbstractBaseUser, PermissionsMixin):
    """An account of the sign-in directory, read before the instansi is known.

    `id` is also the id of the person in organization. `is_active` false closes the door at once.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    nip = models.CharField("NIP", max_length=18, unique=True)
    instansi = models.ForeignKey("tenancy.Instansi", models.PROTECT, related_name="+")
    is_active = models.BooleanField(default=True)
    email = models.EmailField(blank=True)
    #: part of what a session is checked against: one higher, and every session of this account has ended
    session_generation = models.PositiveIntegerField(default=0, db_default=0)

    USERNAME_FIELD = "nip"
    REQUIRED_FIELDS = []  # noqa: RUF012

    objects = UserManager()

    def __str__(self) -> str:
        return self.nip

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Django's check of a session against the password, and against the account's generation of sessions."""
        text = f"{self.password}|{self.session_generation}"
        return salted_hmac("kinerja.accounts.session", text, secret=secret, algorithm="sha256").hexdigest()

    @property
    def is_staff(self) -> bool:
        """There is no back office of the framework's: the agency window is the only one."""
        return False


class Activation(models.Model):
    """A single-use code (typed by its owner) or link (printed by a command). Only its hash is kept."""

    class Kind(models.TextChoices):
        CODE = "CODE", _("Kode aktivasi")
        LINK = "LINK", _("Tautan masuk")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, models.CASCADE, related_name="activations")
    kind = models.CharField(max_length=4, choices=Kind.choices)
    secret_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    failures = models.PositiveSmallIntegerField(default=0)
