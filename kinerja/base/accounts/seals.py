"""The secret under which a person's waiting reports are sealed on a device (tools/offline): made, not stored.

It is given to that person's own session alone. Whoever holds the installation's secret can make it again, so a device
that forgot it at signing out can open what it kept once its owner is back.
"""

import base64
from uuid import UUID

from django.conf import settings
from django.utils.crypto import salted_hmac


def seals_of(user_id: UUID) -> list[str]:
    """The person's secret (32 bytes, base64) by the installation's secret key, then by each earlier one."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    made = [salted_hmac("kinerja.offline.seal", str(user_id), secret=key, algorithm="sha256") for key in keys]
    return [base64.b64encode(each.digest()).decode() for each in made]
