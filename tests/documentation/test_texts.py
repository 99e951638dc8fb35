"""The English catalogue is complete, compiled, and keeps every placeholder."""

import importlib.util
import re
from collections import Counter
from pathlib import Path
from types import ModuleType

import polib
import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "kinerja" / "locale"
ENGLISH = FOLDER / "en" / "LC_MESSAGES" / "django.po"
PLACEHOLDER = re.compile(r"%\(\w+\)[sdf]|%%|\{\w*(?::\w+)?\}")


@pytest.fixture(scope="module")
def collect() -> ModuleType:
    spec = importlib.util.spec_from_file_location("collect", FOLDER / "collect.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def catalogue() -> polib.POFile:
    return polib.pofile(str(ENGLISH))


def words(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def test_every_text_of_the_product_has_its_english(collect: ModuleType, catalogue: polib.POFile) -> None:
    known = {collect.key_of(entry) for entry in catalogue if entry.translated()}
    missing = {text.msgid: place for text, place in collect.texts().items() if text not in known}

    assert missing == {}, "Run 'make texts' and translate them (docs/how-to/translate.md)."


def test_no_translation_is_kept_for_a_text_that_is_gone(collect: ModuleType, catalogue: polib.POFile) -> None:
    found = collect.texts()

    assert [entry.msgid for entry in catalogue if collect.key_of(entry) not in found] == []


def test_placeholders_are_the_same_on_both_sides(catalogue: polib.POFile) -> None:
    crooked = [
        entry.msgid
        for entry in catalogue
        for text in words(entry)
        if Counter(PLACEHOLDER.findall(text)) != Counter(PLACEHOLDER.findall(entry.msgid))
    ]

    assert crooked == []


def test_no_sentence_lost_or_gained_its_full_stop(catalogue: polib.POFile) -> None:
    crooked = [
        entry.msgid
        for entry in catalogue
        for text in words(entry)
        if entry.msgid.endswith(".") != text.endswith(".")
    ]

    assert [text for text in crooked if not text.endswith(("Plt.", "Plh."))] == []


def test_the_compiled_catalogue_is_the_written_one(catalogue: polib.POFile) -> None:
    compiled = polib.mofile(str(ENGLISH.with_suffix(".mo")))

    assert {(e.msgid, *words(e)) for e in compiled} == {
        (e.msgid, *words(e)) for e in catalogue if e.translated()
    }


def test_law_terms_keep_their_names(catalogue: polib.POFile) -> None:
    for term in ("SKP", "RHK", "IKU", "NIP", "NIK", "BerAKHLAK"):
        lost = [
            entry.msgid
            for entry in catalogue
            for text in words(entry)
            if re.search(rf"\b{term}\b", entry.msgid) and not re.search(rf"\b{term}\b", text)
        ]
        assert lost == [], term


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("from django.utils.translation import gettext as _\n_('satu ' 'dua')", ["satu dua"]),
        ("from django.utils.translation import gettext_lazy as lazy\nlazy('tiga')", ["tiga"]),
        ("from kinerja.rules.wording import gettext_noop as _\nX = _('empat {n}')", ["empat {n}"]),
        ("from x import _\n_('lima')", []),
        ("from django.utils.translation import gettext as _\n_(name)", []),
    ],
)
def test_texts_in_python_are_found(collect: ModuleType, source: str, found: list[str]) -> None:
    assert [text.msgid for text in collect.in_python(source)] == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('{% load i18n %}{% translate "Simpan" as w %}', [("Simpan", "")]),
        ("{% translate 'Kata \"ini\"' %}", [('Kata "ini"', "")]),
        (
            "{% blocktranslate with n=x|angka %}Ada {{ n }} hari{% endblocktranslate %}",
            [("Ada %(n)s hari", "")],
        ),
        (
            "{% blocktranslate count n=x %}{{ n }} satu{% plural %}{{ n }} banyak{% endblocktranslate %}",
            [("%(n)s satu", "%(n)s banyak")],
        ),
        ('{% translate "Nilai" context "menu" %}', [("Nilai", "", "menu")]),
        ('{{ name|default:_("belum ada") }}', [("belum ada", "")]),
        ("<p>Simpan</p>", []),
    ],
)
def test_texts_in_templates_are_found(collect: ModuleType, source: str, found: list[tuple[str, ...]]) -> None:
    assert list(collect.in_template(source)) == [collect.Text(*text) for text in found]


def test_a_text_with_a_context_is_another_text(collect: ModuleType) -> None:
    source = "from django.utils.translation import pgettext_lazy as p\np('menu', 'Nilai')"

    assert list(collect.in_python(source)) == [collect.Text("Nilai", "", "menu")]


def test_merging_brings_new_texts_in_and_old_ones_out(collect: ModuleType) -> None:
    catalogue = polib.POFile()
    catalogue.append(polib.POEntry(msgid="lama", msgstr="old"))
    catalogue.append(polib.POEntry(msgid="tetap", msgstr="stays"))

    missing = collect.merge(
        catalogue, {collect.Text("tetap"): "", collect.Text("%(n)s baru", "%(n)s baru"): ""}
    )

    assert missing == ["%(n)s baru"]
    assert {entry.msgid: entry.msgstr for entry in catalogue if not entry.msgid_plural} == {"tetap": "stays"}
