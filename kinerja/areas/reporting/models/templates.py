"""What is reported again and again, and what was typed but not sent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q

from kinerja.base.tenancy.context import current_id
from kinerja.base.tenancy.models import Instansi, TenantForeignKey, TenantModel


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """One row of a template: on which line of the person's SKP, with which figure and note.

    An own template names the line (`lineage`, the same in every version of the SKP); one of the agency has `words`, of
    which one stands in the name or the unit of measure of the indicator.
    """

    lineage: UUID | None = None
    words: tuple[str, ...] = ()
    value: str = ""
    note: str = ""

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "TemplateRow":
        """As it is stored."""
        lineage = stored.get("lineage")
        words = tuple(stored.get("words", ()))
        return cls(UUID(lineage) if lineage else None, words, stored.get("value", ""), stored.get("note", ""))

    def stored(self) -> dict[str, Any]:
        """For the table."""
        lineage = str(self.lineage) if self.lineage else None
        return {"lineage": lineage, "words": list(self.words), "value": self.value, "note": self.note}


class TemplateQuerySet(models.QuerySet["Template"]):
    def of(self, person_id: UUID) -> "TemplateQuerySet":
        """One's own."""
        return self.filter(owner_id=person_id)

    def of_agency(self) -> "TemplateQuerySet":
        """What the agency keeps for posts."""
        return self.filter(owner__isnull=True)

    def offered_to(self, person_id: UUID) -> "TemplateQuerySet":
        """One's own and the agency's; which of these fit a post, `Template.fits` says."""
        return self.filter(Q(owner_id=person_id) | Q(owner__isnull=True))


class Template(TenantModel):
    """What is reported again and again: an employee's own, or the agency's for a post (mengajar, piket, posyandu)."""

    reaches = {"person": "owner_id"}

    owner = TenantForeignKey("organization.Person", null=True, related_name="+")
    name = models.CharField(max_length=60)
    #: words of the title of a post, separated by commas; empty fits every post
    posts = models.CharField(max_length=200, blank=True)
    rows = models.JSONField(default=list)

    objects = TemplateQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "owner", "name"],
                nulls_distinct=False,
                name="reporting_template_name",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def fits(self, post: str) -> bool:
        """Whether it is meant for who holds this post."""
        words = [word.strip().casefold() for word in self.posts.split(",") if word.strip()]
        return not words or any(word in post.casefold() for word in words)

    def lines(self) -> Iterator[TemplateRow]:
        """Its rows."""
        return map(TemplateRow.of, self.rows)


class Draft(models.Model):
    """What a person typed into "Catat progres" and did not send: the newest of all his devices, without files."""

    pk = models.CompositePrimaryKey("instansi_id", "person_id")
    instansi = models.ForeignKey(
        Instansi, models.PROTECT, related_name="+", default=current_id, editable=False, db_index=False
    )
    person = TenantForeignKey("organization.Person", related_name="+")
    content = models.JSONField(default=dict)
    saved_at = models.DateTimeField()
