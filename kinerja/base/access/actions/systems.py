"""Connect another system of the government, and take the connection back. The token is shown once."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.base.access import verbs
from kinerja.base.access.errors import SystemRefused, WrongGrant
from kinerja.base.access.models import ConnectedSystem
from kinerja.base.ledger import recording, topics
from kinerja.base.organization.changing import required
from kinerja.base.organization.models import Unit
from kinerja.base.tenancy.context import current_id
from kinerja.tools import clock

#: a token is renewed at least this often
LONGEST = timedelta(days=366)
RIGHTS = ("service.read", "volume.write")


@transaction.atomic
def connect_system(
    *, name: str, rights: Sequence[str], expires_on: date, by: Any, unit: Unit | None = None
) -> tuple[ConnectedSystem, str]:
    """A system and its token, which is shown this once. Raises WrongGrant."""
    name, today = required(name, _("Nama sistem"), 120), clock.today()
    if not rights or set(rights) - set(RIGHTS):
        raise WrongGrant(_("Pilih paling sedikit satu hak sistem dari daftar."))
    if not today <= expires_on <= today + LONGEST:
        raise WrongGrant(
            _("Token berlaku paling lama satu tahun. Pilih hari terakhir dalam setahun ke depan.")
        )
    secret = secrets.token_urlsafe(32)
    system = ConnectedSystem.objects.create(
        name=name, unit=unit, rights=sorted(rights), secret_hash=hashed(secret), made_by_id=getattr(by, "pk", by),
        made_at=clock.now(), expires_on=expires_on,
    )  # fmt: skip
    recording.record(
        verbs.SYSTEM_CONNECTED, system, by=by, also=unit, topics=[topics.instansi(current_id())],
        name=name, unit=unit and unit.pk, rights=system.rights, expires_on=expires_on,
    )  # fmt: skip
    return system, f"kinerja.{current_id().hex}.{system.pk.hex}.{secret}"


@transaction.atomic
def revoke_system(system: ConnectedSystem, *, reason: str, by: Any) -> None:
    """From now on its token is refused."""
    reason = required(reason, _("Alasan"), 200)
    system = ConnectedSystem.objects.select_for_update().get(pk=system.pk)
    if system.revoked_at is not None:
        raise SystemRefused(_("Sambungan %(name)s memang sudah dicabut.") % {"name": system.name})
    system.revoked_at, system.revoked_by_id = clock.now(), getattr(by, "pk", by)
    system.save(update_fields=["revoked_at", "revoked_by"])
    recording.record(
        verbs.SYSTEM_REVOKED, system, by=by, topics=[topics.instansi(current_id())], reason=reason
    )


def hashed(secret: str) -> str:
    """A secret of 256 random bits needs no salt and no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()
