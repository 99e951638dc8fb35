"""`kinerja rule`, as a person and a program use it."""

import io
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kinerja import __main__
from kinerja.rules import asking, catalogue, examples, inputs, plain

REPOSITORY = Path(catalogue.__file__).parents[2]
QUADRANT = {"work": "DIATAS", "behaviour": "SESUAI"}


@pytest.fixture
def rule(capsys, tmp_path, monkeypatch):
    """Ask on the command line; `given` is written to a file. Returns status, standard output, standard error."""

    def ask(*arguments, given=None, stdin=None):
        words = ["rule", *arguments]
        if given is not None:
            path = tmp_path / "masukan.json"
            path.write_bytes(given if isinstance(given, bytes) else json.dumps(given).encode())
            words += ["--input", str(path)]
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = __main__.main(words)
        said = capsys.readouterr()
        return status, said.out, said.err

    return ask


def test_the_list_names_every_rule_with_citation_tag_and_versions(rule):
    status, out, _err = rule("list", "--json")

    listed = json.loads(out)
    assert status == 0
    assert [each["name"] for each in listed] == [each.name for each in catalogue.RULES]
    assert all(each["cites"] and each["standing"] and each["functions"] for each in listed)
    assert next(each for each in listed if each["name"] == "assessment.objection")["versions"] == [
        "2019-01-01"
    ]


def test_the_list_for_people_is_by_room(rule):
    _status, out, _err = rule("list")

    assert "Penilaian kinerja\n" in out
    assert "assessment.objection" in out
    assert "Keberatan (PP 30/2019; source, unsure)" in out


@pytest.mark.parametrize(
    "words", [[], ["show"], ["run", "assessment.quadrant"], ["explain", "assessment.quadrant"], ["replay"]]
)
def test_what_is_missing_is_asked_for(rule, words):
    with pytest.raises(SystemExit) as ended:
        rule(*words)

    assert ended.value.code == 2


def test_help_names_each_act_and_what_it_wants(rule, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    with pytest.raises(SystemExit):
        rule("--help")
    told = capsys.readouterr().out

    for act, meaning in {
        "list": "Mendaftar semua aturan dengan dasar dan kepastiannya.",
        "show": "Menunjukkan satu aturan: isian, peraturan, angka, dan sejak kapan berlaku.",
        "run": "Menjalankan satu aturan atas masukan JSON: nilai dan langkah-langkahnya.",
        "explain": "Menjelaskan jawaban: kalimat, pasal, dan perubahan terdekat.",
        "replay": "Menghitung ulang ekspor kwitansi dan menyebut setiap perbedaan.",
    }.items():
        assert f"{act} " in told
        assert f" {meaning}\n" in told
        with pytest.raises(SystemExit):
            rule(act, "--help")
        assert f"\n{meaning}\n" in capsys.readouterr().out


@pytest.mark.parametrize("each", catalogue.RULES, ids=lambda each: each.name)
def test_every_rule_is_shown_to_people_and_to_programs(rule, each):
    status, out, _err = rule("show", each.name)
    told = json.loads(rule("show", each.name, "--json")[1])

    assert status == 0
    assert each.title in out
    assert [function["name"] for function in told["functions"]] == [q.name for q in asking.questions(each)]
    assert all(function["inputs"]["properties"] for function in told["functions"])
    assert len(told["figures"]) + len(told["tables"]) == len(each.used_figures())
    assert all(cite["standing"] for cite in told["cites"])


@pytest.mark.parametrize("each", catalogue.RULES, ids=lambda each: each.name)
def test_every_example_is_run_and_explained(rule, each):
    found = examples.example(each)
    name = asking.Question(each, found.function).name
    given = json.dumps(found.given, default=inputs.plain_value).encode()

    told = json.loads(rule("run", name, "--json", given=given)[1])
    _status, explained, _err = rule("explain", name, given=given)
    _status, ran, _err = rule("run", name, given=given)

    assert [step["message"] for step in told["steps"]] == found.verdict.sentences()
    assert told["text"] == plain.told(found.verdict.value)
    assert told["version"] == each.version
    for sentence in found.verdict.sentences():
        assert sentence in explained
        assert sentence in ran
    assert str(found.verdict.all_cites[0]) in explained


@pytest.mark.parametrize("each", catalogue.RULES, ids=lambda each: each.name)
def test_every_step_of_an_answer_names_an_article(each):
    example = examples.example(each)
    given = json.loads(json.dumps(example.given, default=inputs.plain_value))
    told = asking.ask(asking.Question(each, example.function), given).to_json()

    assert all(step["cites"] for step in told["steps"])


def test_a_question_beside_the_main_one_is_asked_by_its_name(rule):
    status, out, _err = rule("run", "assessment.objection.decision_deadline", given={"filed": "2026-02-16"})

    assert (status, out.splitlines()[0]) == (0, "2 Maret 2026")


def test_standard_input_is_read(rule):
    _status, out, _err = rule(
        "run", "assessment.quadrant", "--input", "-", stdin=json.dumps(QUADRANT).encode()
    )

    assert out.startswith("Baik\n")


def test_the_nearest_change_is_explained(rule):
    _status, out, _err = rule("explain", "assessment.quadrant", given=QUADRANT)

    assert "Yang mengubah hasil:" in out
    assert "predikatnya menjadi Sangat Baik." in out


@pytest.mark.parametrize(
    ("name", "given", "field", "said"),
    [
        ("assessment.quadrant", {"work": "HEBAT", "behaviour": "SESUAI"}, "work", "Pilih salah satu: DIATAS"),
        ("assessment.quadrant", {"work": "DIATAS"}, "behaviour", "wajib ada"),
        ("assessment.quadrant", {**QUADRANT, "usia": 40}, "usia", "tidak dikenal"),
        ("assessment.objection.decision_deadline", {"filed": "2026-02-30"}, "filed", "TTTT-BB-HH"),
        ("assessment.objection.decision_deadline", {"filed": 7}, "filed", "tanggal"),
        ("assessment.objection.decision_deadline", {"filed": "1999-01-01"}, "filed", "berlaku"),
        ("planning.cascade.covers_parent", {"parent": "NaN", "children": []}, "parent", "NaN"),
        ("planning.cascade.covers_parent", {"parent": 1, "children": [1, "x"]}, "children.1", "angka"),
        ("identity.golongan", {"text": "V/z"}, "text", "Tulis seperti III/d"),
        ("identity.nip", {"text": "123"}, "text", ""),
        (
            "identity.jenjang.fits",
            {"jenjang": "MAHIR", "golongan": "V/z", "on": "2026-01-01"},
            "golongan",
            "III/c",
        ),
        ("allowance.absence_ladder", {"tpp": -5, "absent": 2, "on": "2026-01-01"}, "tpp", "Rupiah"),
        ("monitoring.share", {"start": "2026-01-05", "end": "2026-01-04", "today": "2026-01-05"}, "end", ""),
    ],
)
def test_a_wrong_input_is_refused_with_field_value_and_what_is_allowed(rule, name, given, field, said):
    status, out, err = rule("run", name, given=given)
    told = rule("run", name, "--json", given=given)

    assert (status, out) == (2, "")
    assert f"{field}: " in err
    assert said in err
    [mistake] = [each for each in json.loads(told[1])["errors"] if each["field"] == field]
    assert told[0] == 2
    assert mistake["value"] == asking.at(given, field) or field == "behaviour"


def test_a_name_that_stands_twice_is_refused_instead_of_taking_the_last(rule):
    status, _out, err = rule(
        "run", "assessment.quadrant", given=b'{"work": "DIATAS", "behaviour": "SESUAI", "work": "DIBAWAH"}'
    )
    inside = rule("run", "planning.achievement", given=b'{"target": {"low": 1, "low": 2}}')

    assert status == 2
    assert "work: Isian “work” ada dua kali" in err
    assert (inside[0], "Isian “low” ada dua kali" in inside[2]) == (2, True)


@pytest.mark.parametrize("given", [b"", b"bukan json", b"[1, 2]", b"{\xff}", b'{"work": NaN, "behaviour": 1}',
    b"[" * 100_000, b'{"a":' * 100_000, b'{"work": ' + b"9" * 5_000 + b"}"])  # fmt: skip
def test_what_is_no_question_at_all_is_refused(rule, given):
    status, _out, err = rule("run", "assessment.quadrant", given=given)

    assert status == 2
    assert err
    assert "Traceback" not in err


def test_ten_megabytes_are_refused_without_being_read(rule):
    status, _out, err = rule("run", "assessment.quadrant", given=b'{"work": "' + b"x" * 10_000_000 + b'"}')

    assert status == 2
    assert "paling banyak 1.000.000 bita" in err


def test_a_file_that_is_not_there_and_a_folder_are_refused(rule, tmp_path):
    for act in (["run", "assessment.quadrant", "--input"], ["replay"]):
        for path in (tmp_path / "tidak-ada.json", tmp_path):
            status, _out, err = rule(*act, str(path))
            assert status == 2
            assert "tidak dapat dibuka" in err


def test_an_unknown_rule_is_refused_with_the_nearest_name(rule):
    status, _out, err = rule("show", "assessment.quadrnt")

    assert status == 2
    assert "Mungkin yang dimaksud assessment.quadrant." in err
    assert "kinerja rule list" in rule("show", "zzz")[2]


def test_a_nik_is_answered_and_never_stored(rule):
    told = json.loads(rule("run", "identity.nik", "--json", given={"text": "1571015503900000"})[1])

    assert told["value"]["last_four"] == "0000"
    assert told["result"] is None


def test_the_command_is_quick_and_needs_no_database_and_no_django():
    script = "import sys; from kinerja import __main__ as k; k.main(sys.argv[1:]); assert 'django' not in sys.modules"
    command = [sys.executable, "-c", script, "rule", "run", "assessment.quadrant", "--input", "-"]
    begun = time.perf_counter()

    done = subprocess.run(command, input=json.dumps(QUADRANT), capture_output=True, text=True, cwd=REPOSITORY,
                          env={"PATH": "/usr/bin:/bin"}, timeout=30)  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Baik")
    assert time.perf_counter() - begun < 5, "a bound for a machine under load; alone it takes 0.3 s"


def test_a_reader_who_has_seen_enough_gets_no_traceback():
    command = [sys.executable, "-m", "kinerja", "rule", "list", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=REPOSITORY) as asked:
        asked.stdout.close()
        assert asked.stderr.read() == b""
