"""Acts a client may send twice: the same key does the act once and leads to the same place.

A form carries `_retry_key` (tag `{% retry_key %}`), a program the header `Idempotency-Key`. The row is written first, in
the act's own transaction: a second request waits for the first and then gets its answer.
"""

import hashlib
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from kinerja.base.access import effort
from kinerja.base.access.models import Attempt
from kinerja.base.access.principal import Principal
from kinerja.tools import clock
from kinerja.tools.refusals import BadInput

FIELD = "_retry_key"
#: what a form sends anew each time; it is no part of what was asked
_VOLATILE = frozenset({FIELD, effort.FIELD, "csrfmiddlewaretoken"})


def key_of(request: HttpRequest) -> UUID | None:
    """The key a request carries, or None."""
    text = request.headers.get("Idempotency-Key") or request.POST.get(FIELD)
    if not text:
        return None
    try:
        return UUID(text)
    except ValueError as error:
        raise BadInput(_("Kunci pengiriman bukan UUID. Muat ulang halaman ini, lalu kirim lagi.")) from error


def digest_of(request: HttpRequest) -> str:
    """What was asked: path, fields and the sizes of files, hashed."""
    fields = sorted((name, request.POST.getlist(name)) for name in request.POST if name not in _VOLATILE)
    files = sorted(
        (name, file.name, file.size) for name in request.FILES for file in request.FILES.getlist(name)
    )
    return hashlib.sha256(repr((request.path, fields, files)).encode()).hexdigest()


def claim(request: HttpRequest, principal: Principal, key: UUID) -> tuple[Attempt, HttpResponse | None]:
    """Claim a key. Returns the attempt, and the earlier answer when the act was done before."""
    digest = digest_of(request)
    attempt, new = Attempt.objects.get_or_create(
        person_id=principal.person.pk, key=key, defaults={"digest": digest, "at": clock.now()}
    )
    if new:
        return attempt, None
    if attempt.digest != digest:
        raise BadInput(
            _(
                "Isian ini memakai kunci kiriman lain yang sudah diproses. Muat ulang halaman, periksa isian, lalu kirim lagi."
            )
        )
    return attempt, HttpResponseRedirect(attempt.location or request.path)


def settle(attempt: Attempt, response: HttpResponse) -> None:
    """Keep where the act led; an answer that did nothing (a form with errors) frees the key."""
    if 300 <= response.status_code < 400:
        attempt.status, attempt.location = response.status_code, response["Location"][:500]
        attempt.save(update_fields=["status", "location"])
    else:
        attempt.delete()
