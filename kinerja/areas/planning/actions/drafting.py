"""Writing a draft: results, indicators, annex. Saved at once; nothing binds until both sides agree."""

from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from kinerja.areas.planning import verbs
from kinerja.areas.planning.actions.guards import locked, require_linkable, require_writable
from kinerja.areas.planning.errors import LineInUse
from kinerja.areas.planning.models import Indicator, Rhk, Skp
from kinerja.areas.planning.queries.skps import indicator_content, rhk_content, support_for
from kinerja.base.ledger import topics
from kinerja.base.ledger.recording import record
from kinerja.base.organization.models import Person
from kinerja.tools import clock
from kinerja.tools.refusals import BadInput


@transaction.atomic
def save_rhk(skp: Skp, *, by: Person, rhk: Rhk | None = None, **values: Any) -> Rhk:
    """Add or change a planned result. `values` are fields of Rhk; what it supports must be agreed above (422)."""
    skp = _writable(skp)
    _check_support(skp, rhk, values)
    if rhk is None:
        rhk = Rhk(skp=skp, order=_next(skp.rhks))
    for name, value in values.items():
        setattr(rhk, name, value)
    rhk.save()
    record(verbs.RHK_SAVED, rhk, by=by, topics=_topics(skp), rhk=rhk_content(rhk))
    return rhk


@transaction.atomic
def remove_rhk(rhk: Rhk, *, by: Person) -> None:
    """Remove a result with its indicators. Refused (409) while a subordinate's result names it."""
    skp = _writable(rhk.skp)
    if rhk.supported_by.exists():
        raise LineInUse(
            _(
                "RHK “%(rhk)s” didukung oleh RHK bawahan, jadi belum dapat dihapus. Minta bawahan memilih RHK lain dahulu."
            )
            % {"rhk": rhk.statement}
        )
    removed = rhk_content(rhk) | {"indicators": [indicator_content(each) for each in rhk.indicators.all()]}
    Rhk.objects.filter(pk=rhk.pk).delete()
    record(verbs.RHK_REMOVED, rhk, by=by, topics=_topics(skp), rhk=removed)


@transaction.atomic
def save_indicator(rhk: Rhk, *, by: Person, indicator: Indicator | None = None, **values: Any) -> Indicator:
    """Add or change an indicator of a result. `values` are fields of Indicator."""
    skp = _writable(rhk.skp)
    if indicator is None:
        indicator = Indicator(rhk=rhk, order=_next(rhk.indicators))
    for name, value in values.items():
        setattr(indicator, name, value)
    require_linkable(skp.unit_id, indicator)
    indicator.save()
    record(
        verbs.INDICATOR_SAVED, indicator, by=by, topics=_topics(skp), indicator=indicator_content(indicator)
    )
    return indicator


@transaction.atomic
def remove_indicator(indicator: Indicator, *, by: Person) -> None:
    """Remove an indicator from a draft."""
    skp = _writable(indicator.rhk.skp)
    removed = indicator_content(indicator)
    Indicator.objects.filter(pk=indicator.pk).delete()
    record(verbs.INDICATOR_REMOVED, indicator, by=by, topics=_topics(skp), indicator=removed)


@transaction.atomic
def save_annex(skp: Skp, *, by: Person, support: str, accountability: str, consequences: str) -> Skp:
    """Lampiran SKP: dukungan sumber daya, skema pertanggungjawaban, konsekuensi."""
    skp = _writable(skp)
    skp.support, skp.accountability, skp.consequences = support, accountability, consequences
    skp.save(update_fields=["support", "accountability", "consequences"])
    record(verbs.ANNEX_SAVED, skp, by=by, topics=_topics(skp), annex=[support, accountability, consequences])
    return skp


def _writable(skp: Skp) -> Skp:
    held = locked(skp)
    require_writable(held)
    return held


def _check_support(skp: Skp, rhk: Rhk | None, values: dict[str, Any]) -> None:
    """What a result newly names must be on offer today; what it already named may stay."""
    above, iku = values.get("supports"), values.get("supports_iku")
    support = support_for(skp, clock.today())
    kept = (rhk.supports_id, rhk.supports_iku_id) if rhk else (None, None)
    is_known = above is None or above.pk == kept[0] or above in support.rhks
    if not is_known or not (iku is None or iku.pk == kept[1] or iku in support.ikus):
        raise BadInput(
            _(
                "RHK atau IKU yang dipilih tidak lagi tersedia. Muat ulang halaman, lalu pilih dari daftar yang tampil."
            )
        )


def _next(lines: Any) -> int:
    last = lines.aggregate(last=Max("order"))["last"]
    return 0 if last is None else int(last) + 1


def _topics(skp: Skp) -> list[str]:
    return [topics.person(skp.person_id)]
