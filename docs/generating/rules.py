"""`docs/explanation/rules/`: the page of every rule, from its source, its catalogue and its example."""

import json
from pathlib import Path

from generating.writing import NOTE, head, joined, table
from kinerja.rules import columns, examples, inputs, labels, pages, plain
from kinerja.rules.catalogue import RULES
from kinerja.rules.citation import Citation
from kinerja.rules.parameters import Figure, Table
from kinerja.rules.rule import Rule
from kinerja.rules.wording import tanggal

REPOSITORY = Path(__file__).resolve().parents[2]
REGULATIONS = REPOSITORY / "docs" / "reference" / "regulations"
LEAD = (
    "What each rule answers, in the words that citizens read in the product (Indonesian): the table or formula, a worked example "
    "that the rule itself computed, the articles and how sure we are of them. The law itself is in "
    "[reference/regulations](../../reference/regulations/README.md), the words in the [glossary](../../reference/glossary.md), "
    "the code in `kinerja/rules/`."
)
END = (
    "Every rule returns a verdict: the value, the steps that led to it, each a sentence with its figures, and the citations with "
    "how sure we are of them. A verdict can be stored in a receipt and shown again years later, in another language too."
)


def made() -> dict[Path, str]:
    """Every page of the folder with its text."""
    found = {REPOSITORY / rule.page: page(rule) for rule in RULES}
    return found | {REPOSITORY / "docs" / "explanation" / "rules" / "README.md": index()}


def index() -> str:
    """The list of all rules, by room."""
    parts = [head("The rules, one page each", "`kinerja/rules/`", LEAD)]
    for room in dict.fromkeys(rule.room for rule in RULES):
        rows = [
            [rule.title, f"[{rule.name}]({Path(rule.page).name})", rule.cites[0]]
            for rule in RULES
            if rule.room == room
        ]
        parts += [f"## {labels.room(room)}", table(["rule", "page", "cited from"], rows)]
    return joined(*parts, END)


def page(rule: Rule) -> str:
    """One rule."""
    source = pages.source(rule).relative_to(REPOSITORY)
    told = pages.page(rule)
    parts = [f"# {told.title}", NOTE.format(source=f"`{source}`"), told.story]
    parts += [f"## {pages.TABLE}", told.table]
    if told.to_know:
        parts += [f"## {pages.TO_KNOW}", told.to_know]
    parts += [*_example(rule), "## Dasar dan kepastian", _cites(rule.cites), *_figures(rule)]
    return joined(*parts)


def _example(rule: Rule) -> list[str]:
    found = examples.example(rule)
    if found is None:
        return []
    name = found.function.__name__
    asked = name if found.function is not rule.function() else ""
    given = [
        [labels.label(key, name), f"`{key}`", plain.part(key, item)] for key, item in found.arguments.items()
    ]
    steps = "\n".join(f"{number}. {said}" for number, said in enumerate(found.verdict.sentences(), 1))
    answer = "\n".join(
        f"- {key + ': ' if key else ''}**{text}**" for key, text in plain.rows(found.verdict.value)
    )
    line = (
        f"echo '{_json(found.given)}' | kinerja rule run {rule.name}{'.' + asked if asked else ''} --input -"
    )
    return [
        "## Contoh",
        labels.question(rule.name, name) + ":",
        table(["isian", "nama", "nilai"], given),
        "Langkah-langkahnya:",
        steps,
        "Jawabannya:",
        answer,
        f"```sh\n{line}\n```",
    ]


def _json(given: object) -> str:
    return json.dumps(given, default=inputs.plain_value, ensure_ascii=False).replace("'", "'\\''")


def _cites(cites: tuple[Citation, ...]) -> str:
    rows = [[cite, _days(cite), _standing(cite), _section(cite)] for cite in cites]
    return table(["peraturan", "berlaku", "seberapa pasti", "catatan"], rows)


def _days(cite: Citation) -> str:
    since = f"sejak {tanggal(cite.in_force_from)}" if cite.in_force_from else ""
    return f"{since} sampai {tanggal(cite.in_force_until)}".strip() if cite.in_force_until else since


def _standing(cite: Citation) -> str:
    sources = f" ({', '.join(cite.sources)})" if cite.sources else ""
    return f"{cite.standing.label}{sources}"


def _section(cite: Citation) -> str:
    found = sorted(REGULATIONS.glob(f"{int(cite.page):02d}-*.md")) if cite.page else []
    return f"[bagian {cite.page}](../../reference/regulations/{found[0].name})" if found else ""


def _figures(rule: Rule) -> list[str]:
    used = rule.used_figures()
    rows = [
        [
            each.meaning,
            f"{plain.told(each.value)} {each.unit}",
            each.cite,
            _days(each.cite),
            _standing(each.cite),
        ]
        for each in used
        if isinstance(each, Figure)
    ]
    parts = ["## Angka yang dipakai"] if used else []
    if rows:
        parts.append(table(["angka", "nilai", "peraturan", "berlaku", "seberapa pasti"], rows))
    for each in used:
        if isinstance(each, Table):
            parts += [
                f"{each.meaning} ({each.cite}, {_days(each.cite)}, {_standing(each.cite)}):",
                _rows(each),
            ]
    return parts


def _rows(figures: Table) -> str:
    return table([columns.heading(figures, key) for key in columns.of(figures)], columns.cells(figures))
