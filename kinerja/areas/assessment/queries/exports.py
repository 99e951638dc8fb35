"""Receipts as a file of lines: which, how many, how large, and one line after the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Func, IntegerField, QuerySet, Sum, TextField
from django.db.models.functions import Cast

from kinerja.areas.assessment.models import Assessment, Review
from kinerja.base.tenancy.context import inside

_TEXT = Cast("receipt", TextField())


@dataclass(frozen=True, slots=True)
class Parcel:
    """How many receipts a file holds, and how many bytes it has."""

    count: int
    size: int


def receipts_in(
    rows: QuerySet[Assessment], review: Review, units: list[UUID] | None = None
) -> QuerySet[Assessment]:
    """Of `rows` what was ever decided in the review, in the order of signing; with `units` only what belongs to them."""
    found = rows.filter(review=review, signed_at__isnull=False, receipt__isnull=False)
    if units is not None:
        found = found.filter(unit__in=units)
    return found.order_by("signed_at", "pk")


def weighed(rows: QuerySet[Assessment]) -> Parcel:
    """The size to the byte, so that a download that breaks off is seen to be incomplete."""
    bytes_of = Func(_TEXT, function="octet_length", output_field=IntegerField())
    found = rows.order_by().aggregate(count=Count("pk"), size=Sum(bytes_of))
    return Parcel(found["count"], (found["size"] or 0) + found["count"])


def counts_of_receipts(rows: QuerySet[Assessment]) -> dict[Any, int]:
    """How many were ever decided in each review."""
    decided = rows.filter(signed_at__isnull=False, receipt__isnull=False).order_by()
    return dict(decided.values_list("review_id").annotate(count=Count("pk")))


def receipt_lines(rows: QuerySet[Assessment], instansi_id: UUID) -> Iterator[bytes]:
    """Each receipt as a line, a few in memory at a time; opens its own transaction, since the page's is over by then."""
    with inside(instansi_id):
        texts = rows.annotate(text=_TEXT).values_list("text", flat=True)
        for text in texts.iterator(chunk_size=200):
            yield f"{text}\n".encode()
