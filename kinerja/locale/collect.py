"""Collects every text of the product into the catalogues, without gettext: `python kinerja/locale/collect.py [--check]`.

The msgid is the Indonesian text of the source. New texts come in untranslated, texts that are gone go away, and the
compiled file is written beside. With --check nothing is written: exit status 1 names what is missing.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import polib
from django.conf import settings
from django.utils.translation.template import templatize

PACKAGE = Path(__file__).resolve().parents[1]
LOCALES = PACKAGE / "locale"
FIGURES = PACKAGE / "rules" / "parameters"
MODULES = {"django.utils.translation", "kinerja.rules.wording"}
ONE = {"gettext", "gettext_lazy", "gettext_noop"}
TWO = {"ngettext", "ngettext_lazy"}
WITH_CONTEXT = {"pgettext", "pgettext_lazy"}
#: tests say what they like
LEFT_OUT = {"tests", "migrations"}


class Text(NamedTuple):
    """A text to translate, with its plural and with the context that tells it from its namesakes."""

    msgid: str
    plural: str = ""
    context: str = ""


def key_of(entry: polib.POEntry) -> Text:
    """The text that an entry of a catalogue translates."""
    return Text(entry.msgid, entry.msgid_plural, entry.msgctxt or "")


def texts() -> dict[Text, str]:
    """Every text with the first file that holds it."""
    found: dict[Text, str] = {}
    for path in sorted([*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.html"), *PACKAGE.rglob("*.txt")]):
        parts = path.relative_to(PACKAGE)
        if not LEFT_OUT & {*parts.parts, parts.stem} and parts.parts[0] != "locale":
            source = path.read_text(encoding="utf-8")
            for text in in_python(source) if path.suffix == ".py" else in_template(source):
                found.setdefault(text, str(parts))
    for path in sorted(FIGURES.glob("*.toml")):
        for text in in_figures(path.read_text(encoding="utf-8")):
            found.setdefault(text, str(path.relative_to(PACKAGE)))
    return found


def in_figures(source: str) -> Iterator[Text]:
    """What the figures and tables of the rules mean, and in which unit."""
    rows = tomllib.loads(source)
    for row in (*rows.get("figure", ()), *rows.get("table", ())):
        yield from (Text(row[key]) for key in ("meaning", "unit") if row.get(key))


def in_python(source: str) -> Iterator[Text]:
    """The constant texts given to gettext and its sisters, under whatever name they were imported."""
    tree = ast.parse(source)
    names = dict(_imported(tree))
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        meant = names.get(call.func.id) if isinstance(call.func, ast.Name) else None
        given = [
            arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
        ]
        if meant in ONE and given:
            yield Text(given[0])
        elif meant in TWO and len(given) >= 2:
            yield Text(given[0], given[1])
        elif meant in WITH_CONTEXT and len(given) >= 2:
            yield Text(given[1], context=given[0])


def _imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module in MODULES:
            for alias in node.names:
                yield alias.asname or alias.name, alias.name


def in_template(source: str) -> Iterator[Text]:
    """The texts of translate and blocktranslate tags and of _("…") in tags."""
    code = templatize(source)
    for call in re.finditer(r"\b(gettext|ngettext|pgettext|_)\((?=[ru]?['\"])", code):
        two = call[1] in ("ngettext", "pgettext")
        given = list(_literals(code, call.end(), 2 if two else 1))
        yield Text(given[1], context=given[0]) if call[1] == "pgettext" else Text(*given)


def _literals(code: str, start: int, number: int) -> Iterator[str]:
    literal = re.compile(r"""\s*,?\s*u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")""", re.S)
    for _one in range(number):
        match = literal.match(code, start)
        if match is None:
            return
        start = match.end()
        yield ast.literal_eval(match[1])


def merge(catalogue: polib.POFile, found: dict[Text, str]) -> list[str]:
    """Bring a catalogue up to the texts of the source; returns what has no translation."""
    known = {key_of(entry): entry for entry in catalogue}
    for text in known.keys() - found.keys():
        catalogue.remove(known[text])
    for text in sorted(found.keys() - known.keys()):
        entry = polib.POEntry(msgid=text.msgid, msgid_plural=text.plural, msgctxt=text.context or None)
        if text.plural:
            entry.msgstr_plural = {0: "", 1: ""}
        catalogue.append(entry)
    catalogue.sort(key=lambda entry: (entry.msgid.lower(), key_of(entry)))
    return [entry.msgid for entry in catalogue if not entry.translated()]


def main() -> int:
    """All catalogues beside this file."""
    settings.configure(USE_I18N=False)
    only_check, found, missing = "--check" in sys.argv, texts(), []
    for path in sorted(LOCALES.glob("*/LC_MESSAGES/django.po")):
        catalogue = polib.pofile(str(path), wrapwidth=0)
        before = {key_of(entry) for entry in catalogue}
        missing += [f"{path.parts[-3]}: {text}" for text in merge(catalogue, found)]
        missing += [f"{path.parts[-3]}: no longer used: {text.msgid}" for text in before - found.keys()]
        if not only_check:
            catalogue.save(str(path))
            catalogue.save_as_mofile(str(path.with_suffix(".mo")))
    sys.stderr.write("".join(f"{line}\n" for line in missing))
    return int(only_check and bool(missing))


if __name__ == "__main__":
    raise SystemExit(main())
