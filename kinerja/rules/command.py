"""`kinerja rule`: list, show, run, explain, replay. No database, no settings; results on standard output.

Exit status: 0 done, 1 a record of `replay` came out otherwise, 2 a question or a file that cannot be read.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO, Any

from kinerja.rules import asking, catalogue, described, inputs, labels, pages, plain, replay
from kinerja.rules.citation import Citation
from kinerja.rules.inputs import BadInput, Mistake
from kinerja.rules.wording import gettext_noop as _
from kinerja.rules.wording import tanggal

MEANING = "Membaca, menjalankan, dan menghitung ulang aturan, tanpa basis data."
DONE, DIFFERENT, WRONG = 0, 1, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The acts below `kinerja rule`."""
    acts = parser.add_subparsers(dest="act", metavar="TINDAKAN", required=True)

    def add(name: str, act: Callable[[argparse.Namespace], int], help: str) -> argparse.ArgumentParser:
        made = acts.add_parser(name, help=help, description=help)
        made.set_defaults(act_of_rule=act)
        made.add_argument("--json", action="store_true", help="Hasil sebagai JSON.")
        return made

    add("list", list_rules, "Mendaftar semua aturan dengan dasar dan kepastiannya.")
    shown = add("show", show, "Menunjukkan satu aturan: isian, peraturan, angka, dan sejak kapan berlaku.")
    run = add("run", run_rule, "Menjalankan satu aturan atas masukan JSON: nilai dan langkah-langkahnya.")
    explained = add("explain", explain, "Menjelaskan jawaban: kalimat, pasal, dan perubahan terdekat.")
    for made in (shown, run, explained):
        made.add_argument("name", metavar="NAMA", help="Nama aturan, misalnya assessment.objection.")
    for made in (run, explained):
        made.add_argument(
            "--input", required=True, metavar="BERKAS", help="Berkas JSON; - untuk masukan standar."
        )
    replayed = add("replay", replay_file, "Menghitung ulang ekspor kwitansi dan menyebut setiap perbedaan.")
    replayed.add_argument(
        "file", metavar="BERKAS", help="Larik JSON atau JSON Lines; - untuk masukan standar."
    )


def rule(given: argparse.Namespace) -> int:
    """Do the act; a wrong question is refused with field, value and what is allowed."""
    try:
        status: int = given.act_of_rule(given)
    except asking.NoRule as unknown:
        return _refuse(given, [Mistake("name", given.name, unknown.sentence(), {})])
    except BadInput as wrong:
        return _refuse(given, wrong.mistakes)
    return status


def _refuse(given: argparse.Namespace, mistakes: Iterable[Mistake]) -> int:
    if given.json:
        _tell({"errors": asking.mistakes_json(mistakes)})
        return WRONG
    for each in asking.mistakes_json(mistakes):
        shown = (
            ""
            if each["value"] in (None, "")
            else f" (tertulis: {json.dumps(each['value'], ensure_ascii=False)})"
        )
        sys.stderr.write(f"{each['field'] or 'masukan'}: {each['message']}{shown}\n")
    return WRONG


def _tell(result: object) -> None:
    sys.stdout.write(json.dumps(result, ensure_ascii=False) + "\n")


def _say(*lines: str) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)


def list_rules(given: argparse.Namespace) -> int:
    """Every rule, by room."""
    if given.json:
        _tell([described.listed(each) for each in catalogue.RULES])
        return DONE
    width = max(len(each.name) for each in catalogue.RULES)
    for room in dict.fromkeys(each.room for each in catalogue.RULES):
        _say("", labels.room(room))
        for each in catalogue.RULES:
            if each.room == room:
                tags = ", ".join(standing.value for standing in described.standings(each))
                _say(f"  {each.name:{width}}  {each.title} ({each.cites[0]}; {tags})")
    return DONE


def show(given: argparse.Namespace) -> int:
    """One rule: what it decides, its fields, its sources and figures."""
    question = asking.named(given.name)
    found = described.described(question.rule)
    if given.json:
        _tell(found)
        return DONE
    page = pages.page(question.rule)
    _say(
        f"{page.title} ({question.rule.name}, versi {question.rule.version})", "", page.story, "", page.table
    )
    for each in asking.questions(question.rule):
        name = each.function.__name__
        schema = inputs.schema(each.function)
        _say("", f"{labels.question(question.rule.name, name)}: {each.name}")
        for field in schema["properties"]:
            needed = " (wajib)" if field in schema.get("required", ()) else ""
            _say(f"  {field}: {labels.label(field, name)}{needed}")
    _say("", "Dasar:", *(f"  {_cited(cite)}" for cite in question.rule.cites))
    used = question.rule.used_figures()
    if used:
        _say("", "Angka:", *(f"  {each.meaning}: {_worth(each)} ({_cited(each.cite)})" for each in used))
    return DONE


def _worth(figure: Any) -> str:
    return (
        f"{plain.told(figure.value)} {figure.unit}"
        if hasattr(figure, "value")
        else f"{len(figure.rows)} baris"
    )


def _cited(cite: Citation) -> str:
    since = f", berlaku sejak {tanggal(cite.in_force_from)}" if cite.in_force_from else ""
    return f"{cite}{since}; {cite.standing.label}"


def run_rule(given: argparse.Namespace) -> int:
    """Value and steps."""
    answer = _answer(given)
    if given.json:
        _tell(answer.to_json())
        return DONE
    _say(*_value(answer), *(f"{n}. {said}" for n, said in enumerate(answer.verdict.sentences(), 1)))
    return DONE


def explain(given: argparse.Namespace) -> int:
    """Every sentence with the articles behind it, and what would change the result."""
    answer = _answer(given)
    if given.json:
        _tell(answer.to_json())
        return DONE
    _say(*_value(answer))
    for number, step in enumerate(answer.verdict.steps, 1):
        _say(
            f"{number}. {step.sentence()}",
            *(f"   [{_cited(cite)}]" for cite in answer.verdict.cites_of(step)),
        )
    _say("", "Dasar:", *(f"  {_cited(cite)}" for cite in answer.verdict.cites))
    if answer.changes:
        _say("", "Yang mengubah hasil:", *(f"  {change.step.sentence()}" for change in answer.changes))
    return DONE


def _value(answer: asking.Answer) -> list[str]:
    return [f"{name}: {text}" if name else text for name, text in plain.rows(answer.verdict.value)]


def _answer(given: argparse.Namespace) -> asking.Answer:
    question = asking.named(given.name)
    return asking.ask(question, inputs.parse(_content(given.input)))


def _content(name: str) -> bytes:
    """At most one byte more than a question may have, whatever the size of the file."""
    try:
        if name == "-":
            return sys.stdin.buffer.read(inputs.LARGEST_FILE + 1)
        with Path(name).open("rb") as file:
            return file.read(inputs.LARGEST_FILE + 1)
    except OSError:
        raise BadInput([Mistake("--input", name, _NO_FILE, {})]) from None


_NO_FILE = _("Berkas ini tidak dapat dibuka. Periksa nama dan izinnya.")


def replay_file(given: argparse.Namespace) -> int:
    """Each difference on a line of its own, and the sum at the end."""
    try:
        if given.file == "-":
            return _replay(given, io.TextIOWrapper(sys.stdin.buffer, "utf-8-sig"))
        with Path(given.file).open(encoding="utf-8-sig") as file:
            return _replay(given, file)
    except OSError:
        raise BadInput([Mistake("file", given.file, _NO_FILE, {})]) from None
    except UnicodeDecodeError:
        raise BadInput([Mistake("file", given.file, _("Berkas ini bukan teks UTF-8."), {})]) from None


def _replay(given: argparse.Namespace, source: IO[str]) -> int:
    count = different = unread = 0
    broken = ""
    try:
        for outcome in replay.outcomes(source):
            count, different = count + 1, different + bool(outcome.different)
            unread += bool(outcome.problem)
            if outcome.different or outcome.problem:
                _report(given, outcome)
    except replay.Unreadable as problem:
        broken = problem.sentence()
    if not count and not broken:
        broken = "Tidak ada satu pun catatan di dalamnya."
    same = count - different - unread
    if given.json:
        _tell(
            {"records": count, "same": same, "different": different, "unreadable": unread, "problem": broken}
        )
    else:
        _say(f"{count} catatan: {same} sama, {different} berbeda, {unread} tidak dapat dibaca.")
    if broken and not given.json:
        sys.stderr.write(f"{given.file}: {broken}\n")
    return WRONG if broken or unread else DIFFERENT if different else DONE


def _report(given: argparse.Namespace, outcome: replay.Outcome) -> None:
    if given.json:
        _tell(outcome.to_json())
        return
    said = outcome.problem or f"berbeda pada {', '.join(outcome.different)}"
    _say(f"{outcome.number}. {outcome.name or 'tanpa nama'}: {said}")
