"""Opening and closing an account. Closing ends every session at once, and opening it again brings none back."""

from uuid import UUID

from django.db.models import F

from kinerja.base.accounts.models import Activation, User


def close_account(user_id: UUID) -> int:
    """Close an account, end its sessions and void its codes and links. Returns 1, or 0 when it was closed already."""
    Activation.objects.filter(user_id=user_id, used_at__isnull=True).delete()
    return User.objects.filter(pk=user_id, is_active=True).update(
        is_active=False, session_generation=F("session_generation") + 1
    )


def open_account(user_id: UUID) -> int:
    """Open an account again. Returns 1, or 0 when it was open already."""
    return User.objects.filter(pk=user_id, is_active=False).update(is_active=True)


def end_sessions(user_id: UUID) -> int:
    """End every session of an account that stays open."""
    return User.objects.filter(pk=user_id).update(session_generation=F("session_generation") + 1)
