"""What a rule may be asked from outside: the JSON Schema of its arguments, and arguments read from JSON.

The only reader of a rule's input: case files, the command line, the interface and the pages all go through here.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Annotated, Any, get_type_hints

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, WithJsonSchema, create_model
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import ErrorDetails, core_schema

from kinerja.rules.refusal import Refused
from kinerja.rules.wording import as_is, fill
from kinerja.rules.wording import gettext_noop as _

LONGEST_TEXT = 2_000
LONGEST_LIST = 20_000
LONGEST_NUMBER = 30
LARGEST_FILE = 1_000_000

_NUMBER = re.compile(r"\s*[+-]?[\d_.]*([eE][+-]?\d+)?\s*")


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong with an input: which field, what stood there, and what is allowed."""

    field: str
    value: Any
    template: str
    params: Mapping[str, Any]

    def sentence(self, translate: Callable[[str], str] = as_is) -> str:
        return fill(self.template, self.params, translate)

    def to_json(self) -> dict[str, Any]:
        return {"field": self.field, "value": _shown(self.value), "message": self.sentence()}


class _Schema(GenerateJsonSchema):
    """A day that stands twice in a set is read as one, so the schema does not forbid it."""

    def frozenset_schema(self, schema: core_schema.FrozenSetSchema) -> JsonSchemaValue:
        return {
            name: value for name, value in super().frozenset_schema(schema).items() if name != "uniqueItems"
        }


class BadInput(ValueError):
    """The input is not a question that the rule can be asked; every mistake is named."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("; ".join(f"{each.field}: {each.sentence()}" for each in mistakes))


class TooLarge(BadInput):
    """The question is larger than any needs to be; nothing of it was read."""

    def __init__(self) -> None:
        template = _("Masukan terlalu besar: paling banyak {limit} bita.")
        super().__init__([Mistake("", "", template, {"limit": LARGEST_FILE})])


def schema(function: Callable[..., Any]) -> dict[str, Any]:
    """JSON Schema (2020-12) of the arguments of a rule's function."""
    made = _model(function).model_json_schema(schema_generator=_Schema)
    return {"$schema": _Schema.schema_dialect, **made, "title": function.__name__}


def read(function: Callable[..., Any], text: str | bytes) -> dict[str, Any]:
    """The arguments for `function` from JSON; raises `BadInput` with every mistake, never anything else."""
    return of(function, parse(text))


def parse(text: str | bytes) -> dict[str, Any]:
    """The plain values of a JSON object; a number with a point stays text, so that nothing of it is lost."""
    if len(text) > LARGEST_FILE:
        raise TooLarge
    try:
        raw = json.loads(text, **FAITHFUL, object_pairs_hook=once)
    except Repeated as twice:
        template = _("Isian “{name}” ada dua kali. Hapus salah satu.")
        raise BadInput([_mistake(twice.name, "", template, name=twice.name)]) from None
    except (ValueError, RecursionError):
        raise BadInput([_mistake("", "", _("Ini bukan JSON yang dapat dibaca."))]) from None
    if not isinstance(raw, dict):
        raise BadInput([_mistake("", raw, _("Harus berupa objek JSON dengan nama isian."))])
    return raw


def of(function: Callable[..., Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments for `function` from plain values (text, numbers, dates, lists, tables)."""
    too_much = list(_excess(given, ""))
    if too_much:
        raise BadInput(too_much)
    try:
        model = _model(function).model_validate_json(json.dumps(given, default=plain_value), strict=True)
    except ValidationError as error:
        raise BadInput([_told(each) for each in error.errors(include_url=False)]) from None
    return {name: getattr(model, name) for name in type(model).model_fields if name in model.model_fields_set}


@cache
def _model(function: Callable[..., Any]) -> type[BaseModel]:
    hints = get_type_hints(function)
    fields: dict[str, Any] = {}
    for name, parameter in inspect.signature(function).parameters.items():
        default = ... if parameter.default is inspect.Parameter.empty else parameter.default
        fields[name] = (_EXACT if hints[name] is Fraction else hints[name], default)
    config = ConfigDict(extra="forbid", arbitrary_types_allowed=False)
    return create_model(function.__name__, __config__=config, **fields)


def _fraction(value: Any) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise ValueError("fraction")
    try:
        return Fraction(value)
    except ZeroDivisionError:
        raise ValueError("fraction") from None


_EXACT = Annotated[
    Any,
    BeforeValidator(_fraction),
    WithJsonSchema({"type": ["number", "string"], "pattern": r"^[+-]?\d+(/\d+|(\.\d+)?([eE][+-]?\d+)?)$"}),
]


def _whole(digits: str) -> int | str:
    """A whole number; one of absurd length stays text and is refused by its length."""
    return digits if len(digits) > LONGEST_NUMBER else int(digits)


#: how JSON is read without losing a digit, for `json.loads`
FAITHFUL: dict[str, Any] = {"parse_float": str, "parse_int": _whole, "parse_constant": str}


class Repeated(ValueError):
    """One name stands twice in a JSON object: which of the two is meant?"""

    def __init__(self, name: str) -> None:
        self.name = name[:80]
        super().__init__(self.name)


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose names differ, for `json.loads(object_pairs_hook=…)`; raises `Repeated`."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise Repeated(name)
        found[name] = value
    return found


def plain_value(value: Any) -> Any:
    """What JSON does not know of itself, as this module reads it again; for `json.dumps(default=…)`."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal | Fraction):
        return str(value)
    if isinstance(value, frozenset | tuple):
        return list(value)
    raise TypeError(type(value).__name__)


def _excess(value: Any, field: str) -> list[Mistake]:
    """Texts, lists and numbers beyond every sensible size, before anything computes with them."""
    if isinstance(value, Mapping):
        return [found for key, item in value.items() for found in _excess(item, _below(field, key))]
    if isinstance(value, list | tuple):
        if len(value) > LONGEST_LIST:
            return [_mistake(field, "…", _("Paling banyak {limit} baris."), limit=LONGEST_LIST)]
        return [found for place, item in enumerate(value) for found in _excess(item, _below(field, place))]
    if isinstance(value, str):
        number = _NUMBER.fullmatch(value)
        if number and (len(value) > LONGEST_NUMBER or abs(int((number[1] or "e0")[1:])) > LONGEST_NUMBER):
            return [
                _mistake(
                    field,
                    value[:40],
                    _("Angka terlalu panjang: paling banyak {limit} digit."),
                    limit=LONGEST_NUMBER,
                )
            ]
        if len(value) > LONGEST_TEXT:
            return [
                _mistake(
                    field,
                    value[:40],
                    _("Teks terlalu panjang: paling banyak {limit} huruf."),
                    limit=LONGEST_TEXT,
                )
            ]
    if isinstance(value, Decimal):
        return _excess(str(value), field)
    return []


def _below(field: str, key: Any) -> str:
    return f"{field}.{key}" if field else str(key)


def _mistake(field: str, value: Any, template: str, **params: Any) -> Mistake:
    return Mistake(field, value, template, params)


def _shown(value: Any) -> Any:
    return value if isinstance(value, int | str) or value is None else str(value)[:80]


_SENTENCES = {
    "missing": _("Isian ini wajib ada."),
    "extra_forbidden": _("Isian ini tidak dikenal oleh aturan."),
    "unexpected_keyword_argument": _("Isian ini tidak dikenal oleh aturan."),
    "enum": _("Pilih salah satu: {expected}."),
    "literal_error": _("Pilih salah satu: {expected}."),
    "date_from_datetime_parsing": _("Tanggal tidak dapat dibaca. Tulis TTTT-BB-HH, misalnya 2026-03-31."),
    "date_parsing": _("Tanggal tidak dapat dibaca. Tulis TTTT-BB-HH, misalnya 2026-03-31."),
    "date_type": _("Harus berupa tanggal TTTT-BB-HH, misalnya 2026-03-31."),
    "datetime_parsing": _("Waktu tidak dapat dibaca. Tulis misalnya 2026-03-31T10:00:00+07:00."),
    "datetime_type": _("Harus berupa waktu, misalnya 2026-03-31T10:00:00+07:00."),
    "finite_number": _("Harus berupa bilangan biasa, bukan NaN atau tak hingga."),
    "decimal_parsing": _("Harus berupa angka dengan titik desimal, misalnya 12.5."),
    "decimal_type": _("Harus berupa angka dengan titik desimal, misalnya 12.5."),
    "int_type": _("Harus berupa bilangan bulat."),
    "int_parsing": _("Harus berupa bilangan bulat."),
    "int_from_float": _("Harus berupa bilangan bulat."),
    "bool_type": _("Harus true atau false."),
    "bool_parsing": _("Harus true atau false."),
    "string_type": _("Harus berupa teks."),
    "tuple_type": _("Harus berupa daftar."),
    "list_type": _("Harus berupa daftar."),
    "frozen_set_type": _("Harus berupa daftar."),
    "dict_type": _("Harus berupa objek JSON."),
    "mapping_type": _("Harus berupa objek JSON."),
    "dataclass_type": _("Harus berupa objek JSON dengan nama isian."),
    "value_error": _("Nilai ini tidak dapat dipakai."),
}


def _told(error: ErrorDetails) -> Mistake:
    field = ".".join(
        str(part) for part in error["loc"] if not str(part).startswith(("function-", "is-instance"))
    )
    context = error.get("ctx", {})
    params = {"expected": str(context.get("expected", "")).replace(" or ", ", ").replace("'", "")}
    template = _SENTENCES.get(error["type"], _SENTENCES["value_error"])
    cause = context.get("error")
    if isinstance(cause, Refused):
        return Mistake(_below(field, cause.field), error["input"], cause.template, cause.params)
    return Mistake(field, None if error["type"] == "missing" else error["input"], template, params)
