"""No word reaches a screen past the catalogue: what a template shows goes through translate tags."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted(path for path in (ROOT / "kinerja").rglob("*.html") if "vendor" not in path.parts)
#: the same in every language
SAME_EVERYWHERE = {
    "NIP",
    "NIK",
    "WIB",
    "SKP",
    "RHK",
    "IKU",
    "Kinerja",
    "PDF",
    "JSON",
    "SHA-256",
    "Plt",
    "Plh",
}
#: samples of pieces, shown in demonstrations only; and the page of last resort, which must stand without any tag
NOT_FOR_USERS = {"styleguide", "500"}
TRANSLATED = re.compile(r"{%\s*blocktranslate\b.*?{%\s*endblocktranslate\s*%}", re.S)
#: classes of the page's body, and pages of last resort that may use no tag
BODY_CLASS = re.compile(r"{%\s*block body_class\s*%}.*?{%\s*endblock[^%]*%}", re.S)
HIDDEN = re.compile(r"{%\s*comment.*?endcomment\s*%}|{#.*?#}|<!--.*?-->|<(script|style|svg)\b.*?</\1>", re.S)
SPOKEN = re.compile(r"""\s(?:alt|title|placeholder|aria-label|content)=(?:"([^"]*)"|'([^']*)')""")
CODE = re.compile(r"{%.*?%}|{{.*?}}", re.S)
NOT_SHOWN = re.compile(r"<meta\b[^>]*>|\shx-headers='[^']*'", re.S)
WORD = re.compile(r"[^\W\d_][\w-]+")


def bare_words(source: str) -> list[str]:
    """The words that would be shown as they stand."""
    plain = CODE.sub(" ", TRANSLATED.sub(" ", HIDDEN.sub(" ", BODY_CLASS.sub(" ", source))))
    plain = NOT_SHOWN.sub(" ", plain)
    spoken = " ".join(first or second for first, second in SPOKEN.findall(plain))
    shown = re.sub(r"&\w+;", " ", re.sub(r"<[^>]*>", " ", plain))
    return [word for word in WORD.findall(f"{shown} {spoken}") if word not in SAME_EVERYWHERE]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "kinerja")))
def test_visible_words_go_through_the_catalogue(template: Path) -> None:
    if NOT_FOR_USERS & set(template.parts) or template.stem in NOT_FOR_USERS:
        return
    assert bare_words(template.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "<p>Simpan</p>",
        '<img alt="Foto bukti">',
        "{% if x %}Ya sudah{% endif %}",
        '<a title="Buka">{{ name }}</a>',
    ],
)
def test_the_scanner_sees_bare_words(source: str) -> None:
    assert bare_words(source)


@pytest.mark.parametrize(
    "source",
    ['{% translate "Simpan" %}', "{% blocktranslate %}Halo {{ n }}{% endblocktranslate %}", '<p class="hint">{{ x }}</p>',
     "NIP {{ nip }}", "{# a note #}", "&nbsp;–"],
)  # fmt: skip
def test_the_scanner_leaves_translated_text_alone(source: str) -> None:
    assert bare_words(source) == []
