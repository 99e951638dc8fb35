"""A rule's typed refusal: the input is well formed and still not a question the law answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kinerja.rules.wording import as_is, fill


class Refused(ValueError):
    """`field` names the argument (`months`, `events.3.minutes`), the sentence what is wrong and what is allowed."""

    def __init__(self, field: str, template: str, params: Mapping[str, Any] | None = None) -> None:
        self.field = field
        self.template = template
        self.params = dict(params or {})
        super().__init__(f"{field}: {self.sentence()}")

    def sentence(self, translate: Callable[[str], str] = as_is) -> str:
        """The finished sentence; pass `gettext` to get the reader's language."""
        return fill(self.template, self.params, translate)
