"""Open, close and reopen a period of assessment."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from kinerja.areas.assessment import queries, verbs
from kinerja.areas.assessment.errors import ReasonMissing, ReviewIncomplete, ReviewRefused
from kinerja.areas.assessment.models import Assessment, Review
from kinerja.areas.assessment.states import REVIEW_MOVES, ReviewState
from kinerja.areas.planning.models import Period
from kinerja.areas.planning.states import PeriodState
from kinerja.base.inbox.sending import settle, tell
from kinerja.base.ledger import topics
from kinerja.base.ledger.recording import record
from kinerja.base.organization.models import Person, Unit
from kinerja.base.tenancy.context import current_id
from kinerja.rules.wording import tanggal
from kinerja.tools import clock


@transaction.atomic
def open_review(
    *, period: Period, name: str, begins: date, ends: date, fill_until: date, by: Person
) -> Review:
    """Open a period of assessment inside a performance year. Raises ReviewRefused with what does not fit."""
    _check_days(period, name, begins, ends, fill_until)
    review = Review.objects.create(period=period, name=name, begins=begins, ends=ends, fill_until=fill_until)
    for rater_id, count in queries.workload(review).items():
        tell(
            rater_id,
            "assessment.review_opened",
            _("%(review)s dibuka: Anda menilai %(count)d pegawai") % {"review": name, "count": count},
            body=_("Predikat unit ditetapkan lebih dahulu, lalu predikat pegawai."),
            link=reverse("assessment:team"),
            due_on=fill_until,
            subject=review,
        )
    record(
        verbs.REVIEW_OPENED, review, by=by, topics=[topics.instansi(current_id())],
        name=name, begins=begins, ends=ends, fill_until=fill_until,
    )  # fmt: skip
    return review


def _check_days(period: Period, name: str, begins: date, ends: date, fill_until: date) -> None:
    if period.state != PeriodState.OPEN:
        raise ReviewRefused(
            _("Periode kinerja %(period)s belum dibuka atau sudah ditutup. Buka periodenya lebih dahulu.")
            % {"period": period.name}
        )
    if not period.begins <= begins < ends <= period.ends:
        raise ReviewRefused(
            _(
                "Hari periode penilaian harus berada di dalam %(period)s, %(begins)s sampai %(ends)s. Perbaiki tanggalnya."
            )
            % {"period": period.name, "begins": tanggal(period.begins), "ends": tanggal(period.ends)}
        )
    if fill_until < ends:
        raise ReviewRefused(
            _("Batas penilaian tidak boleh sebelum hari terakhir periode penilaian. Perbaiki tanggalnya.")
        )
    other = queries.overlapping_review(begins, ends)
    if other is not None:
        raise ReviewRefused(
            _("Hari-hari itu sudah termasuk %(review)s (%(begins)s sampai %(ends)s). Pilih hari yang lain.")
            % {"review": other.name, "begins": tanggal(other.begins), "ends": tanggal(other.ends)}
        )
    if queries.review_named(period, name) is not None:
        raise ReviewRefused(
            _("Sudah ada periode penilaian bernama %(name)s. Pilih nama lain.") % {"name": name}
        )


@transaction.atomic
def close_review(review: Review, *, by: Person, reason: str = "", confirmed: bool = False) -> Review:
    """Close it: nothing in it can be set or signed any more.

    Raises ReviewIncomplete with who is missing, unless `confirmed` with a `reason`.
    """
    missing = queries.review_progress(review).missing
    if missing and not confirmed:
        raise ReviewIncomplete(
            _("%(review)s belum dapat ditutup: %(count)d pegawai belum ditetapkan predikatnya. Selesaikan, "
              "atau tutup dengan menuliskan alasannya.")
            % {"review": review.name, "count": len(missing)},
            [(row.name, row.why) for row in missing],
        )  # fmt: skip
    if missing and len(reason.strip()) < 10:
        raise ReasonMissing(
            _("Masih ada pegawai tanpa predikat. Tuliskan alasan penutupan, paling sedikit 10 huruf.")
        )
    _move(review, "close", closed_at=clock.now())
    settle(review.pk)
    record(
        verbs.REVIEW_CLOSED, review, by=by, topics=[topics.instansi(current_id())],
        reason=reason.strip(), missing=[str(row.person_id) for row in missing],
    )  # fmt: skip
    return review


@transaction.atomic
def reopen_review(review: Review, *, by: Person, reason: str) -> Review:
    """Open a closed period again, with a reason."""
    if len(reason.strip()) < 10:
        raise ReasonMissing(_("Tuliskan alasan membuka kembali periode ini, paling sedikit 10 huruf."))
    _move(review, "reopen", closed_at=None)
    record(
        verbs.REVIEW_REOPENED,
        review,
        by=by,
        topics=[topics.instansi(current_id())],
        reason=reason.strip(),
    )
    return review


@transaction.atomic
def hand_out_receipts(review: Review, *, into: Callable[[Any], None], by: Person | None) -> int:
    """Give every receipt of the review to `into`, one after the other in the order of signing; returns how many."""
    count = 0
    decided = (
        Assessment.objects.decided().filter(review=review, receipt__isnull=False).order_by("signed_at", "pk")
    )
    for receipt in decided.values_list("receipt", flat=True).iterator(chunk_size=200):
        into(receipt)
        count += 1
    record(verbs.RECEIPTS_EXPORTED, review, by=by, count=count, unit="")
    return count


@transaction.atomic
def release_receipts(
    rows: QuerySet[Assessment], review: Review, *, unit: Unit | None, by: Person
) -> queries.Parcel:
    """Note in the ledger that these receipts are handed out as a file, before its first byte leaves."""
    parcel = queries.weighed(rows)
    record(verbs.RECEIPTS_EXPORTED, review, by=by, count=parcel.count, unit=str(unit.pk) if unit else "")
    return parcel


def _move(review: Review, verb: str, **changes: object) -> None:
    """One UPDATE that claims the move; a second official who does the same finds it done."""
    origins = [before for before, act in REVIEW_MOVES if act == verb]
    target = REVIEW_MOVES[origins[0], verb]
    if not Review.objects.filter(pk=review.pk, state__in=origins).update(state=target, **changes):
        now = _("sudah ditutup") if target == ReviewState.CLOSED else _("sedang dibuka")
        raise ReviewRefused(
            _("%(review)s %(now)s. Muat ulang halaman untuk melihat keadaannya.")
            % {"review": review.name, "now": now}
        )
    review.refresh_from_db(fields=["state", "closed_at"])
