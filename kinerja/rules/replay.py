"""Compute an export of receipts and answers again, one record after the other, and name each difference.

A record is a receipt (`version`, `inputs`, `verdicts`) or the answer of one rule (`rule`, `function`, `version`,
`inputs`, `result`, as `kinerja rule run --json` prints it). Records stand in a JSON array or one after the other
(JSON lines); only one of them is in memory at a time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any

from kinerja.rules import asking, inputs, recompute
from kinerja.rules.inputs import BadInput
from kinerja.rules.wording import as_is, fill
from kinerja.rules.wording import gettext_noop as _

LONGEST_RECORD = 10_000_000
_PIECE = 65_536
_BETWEEN = " \t\r\n,[]\ufeff"
_DECODER = json.JSONDecoder(**inputs.FAITHFUL, object_pairs_hook=inputs.once)


class Unreadable(ValueError):
    """The file, or a record of it, cannot be read; `record` counts from 1."""

    def __init__(self, record: int, template: str, **params: Any) -> None:
        self.record, self.template, self.params = record, template, params
        super().__init__(self.sentence())

    def sentence(self) -> str:
        return fill(self.template, self.params, as_is)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one record: the parts that come out otherwise, or why it could not be computed."""

    number: int
    name: str
    different: tuple[str, ...] = ()
    problem: str = ""

    def to_json(self) -> dict[str, Any]:
        return {
            "record": self.number,
            "name": self.name,
            "different": list(self.different),
            "problem": self.problem,
        }


def outcomes(source: IO[str]) -> Iterator[Outcome]:
    """One outcome for each record, in their order; raises `Unreadable` where the file itself breaks off."""
    for number, record in enumerate(records(source), 1):
        yield _outcome(number, record)


def records(source: IO[str]) -> Iterator[dict[str, Any]]:
    """The records of a JSON array, of JSON lines, or one record alone."""
    text, number, is_over = "", 0, False
    while True:
        text = text.lstrip(_BETWEEN)
        if not text:
            text = source.read(_PIECE)
            if not text:
                return
            continue
        if not text.startswith("{"):
            raise Unreadable(
                number + 1, _("Sesudah {count} catatan ada yang bukan objek JSON."), count=number
            )
        try:
            record, end = _DECODER.raw_decode(text)
        except (ValueError, RecursionError):
            if is_over or len(text) > LONGEST_RECORD:
                raise Unreadable(
                    number + 1, _("Catatan ke-{number} rusak atau terpotong."), number=number + 1
                ) from None
            more = source.read(max(_PIECE, len(text)))  # twice as much each time: a long record stays linear
            is_over, text = not more, text + more
            continue
        text, number = text[end:], number + 1
        yield record


def _outcome(number: int, record: Mapping[str, Any]) -> Outcome:
    name = _name(record)
    try:
        found = _answer(record) if "rule" in record else recompute.differences(record)
    except asking.NoRule as unknown:
        return Outcome(number, name, problem=unknown.sentence())
    except recompute.UnknownVersion as unknown:
        return Outcome(number, name, problem=fill(_UNKNOWN, {"reason": str(unknown)}))
    except (ValueError, LookupError, TypeError, AttributeError):
        return Outcome(number, name, problem=_NO_RECEIPT)
    return Outcome(number, name, tuple(found))


_UNKNOWN = _("Versi catatan ini tidak dikenal: {reason}.")
_NO_RECEIPT = _("Tidak dapat dibaca sebagai kwitansi atau jawaban aturan.")


def _name(record: Mapping[str, Any]) -> str:
    """What a person recognises the record by, as far as it says so."""
    if isinstance(record.get("rule"), str):
        function = record.get("function") or ""
        return f"{record['rule']}.{function}".rstrip(".")[:120]
    person = asking.at(record, "inputs.person.name")
    review = asking.at(record, "inputs.review.name")
    return ", ".join(str(each)[:60] for each in (person, review) if each)


def _answer(record: Mapping[str, Any]) -> list[str]:
    """The parts of a kept verdict that come out otherwise now."""
    rule, function = record["rule"], record.get("function") or ""
    question = asking.named(f"{rule}.{function}" if function else rule)
    if record["version"] != question.rule.version:
        known = question.rule.version
        raise recompute.UnknownVersion(f"{question.rule.name} {record['version']}, {known}")
    kept = record["result"]
    if not isinstance(record["inputs"], dict):
        raise TypeError("the inputs are no object")
    try:
        verdict = asking.ask(question, record["inputs"]).verdict
    except BadInput as refused:
        return [f"inputs.{each.field}" for each in refused.mistakes]
    again = json.loads(json.dumps(verdict.to_json()), **inputs.FAITHFUL)
    return sorted(name for name in {*again, *kept} if again.get(name) != kept.get(name))
