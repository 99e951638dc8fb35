"""Where a rule comes from, since when, and how sure we are of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from kinerja.rules.wording import gettext_noop as _


class Standing(StrEnum):
    """How far a statement can be relied on; the tags of `docs/reference/regulations/`."""

    SOURCE = "source"
    KNOWN = "known"
    UNSURE = "unsure"
    DESIGN = "design"

    @property
    def label(self) -> str:
        return _STANDING_LABELS[self]


_STANDING_LABELS = {
    Standing.SOURCE: _("menurut sumber publik"),
    Standing.KNOWN: _("diketahui umum, teks pasalnya belum diperiksa"),
    Standing.UNSURE: _("belum diverifikasi"),
    Standing.DESIGN: _("ketentuan aplikasi, bukan bunyi peraturan"),
}


@dataclass(frozen=True, slots=True)
class Citation:
    """A regulation and the place in it.

    `page` is the section of `docs/reference/regulations/` where we wrote it down; `sources` are keys of its
    list of sources. The day of entry into force is given where it is confirmed, else 1 January of the
    regulation's year.
    """

    regulation: str
    article: str = ""
    in_force_from: date | None = None
    in_force_until: date | None = None
    standing: Standing = Standing.KNOWN
    sources: tuple[str, ...] = ()
    page: str = ""

    def __str__(self) -> str:
        return f"{self.regulation} {self.article}".strip()

    def is_in_force(self, on: date) -> bool:
        """True on every day from `in_force_from` up to and including `in_force_until`."""
        begun = self.in_force_from is None or self.in_force_from <= on
        ended = self.in_force_until is not None and self.in_force_until < on
        return begun and not ended

    def to_json(self) -> dict[str, Any]:
        return {
            "regulation": self.regulation,
            "article": self.article,
            "in_force_from": self.in_force_from.isoformat() if self.in_force_from else None,
            "in_force_until": self.in_force_until.isoformat() if self.in_force_until else None,
            "standing": self.standing.value,
            "sources": list(self.sources),
            "page": self.page,
        }

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Citation:
        return cls(
            regulation=stored["regulation"],
            article=stored["article"],
            in_force_from=_day(stored["in_force_from"]),
            in_force_until=_day(stored["in_force_until"]),
            standing=Standing(stored["standing"]),
            sources=tuple(stored["sources"]),
            page=stored["page"],
        )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def design(page: str, article: str = "") -> Citation:
    """A citation of our own making: a proposal that makes a rule executable, and no law."""
    return Citation("Ketentuan aplikasi Kinerja", article, standing=Standing.DESIGN, page=page)
