"""Records are computed again, one after the other, and every difference is named."""

import io
import itertools
import json
import tracemalloc

import pytest

from kinerja.rules import asking, catalogue, examples, inputs, replay
from kinerja.rules.tests.test_command import rule as rule
from kinerja.rules.tests.test_recompute import inputs as receipt_inputs
from kinerja.rules.tests.test_recompute import receipt


def answer(name="assessment.quadrant", **given):
    question = asking.named(name)
    return json.loads(
        json.dumps(asking.ask(question, given or {"work": "DIATAS", "behaviour": "SESUAI"}).to_json())
    )


def kept_in(folder, *records, text=None):
    path = folder / "ekspor.jsonl"
    path.write_text(text if text is not None else "".join(json.dumps(each) + "\n" for each in records))
    return str(path)


def found(text):
    return list(replay.outcomes(io.StringIO(text)))


def test_receipts_and_answers_that_agree_end_with_nothing(rule, tmp_path):
    status, out, err = rule("replay", kept_in(tmp_path, receipt(receipt_inputs()), answer()))

    assert (status, err) == (0, "")
    assert out == "2 catatan: 2 sama, 0 berbeda, 0 tidak dapat dibaca.\n"


def test_each_difference_is_listed_by_record_person_and_part(rule, tmp_path):
    changed = receipt(receipt_inputs())
    changed["inputs"]["work"] = "DIATAS"
    other = answer()
    other["result"]["value"]["code"] = "SANGAT_BAIK"

    status, out, _err = rule("replay", kept_in(tmp_path, receipt(receipt_inputs()), changed, other))

    assert status == 1
    assert "2. Budi, Triwulan I: berbeda pada " in out
    assert "quadrant" in out
    assert "3. assessment.quadrant.predicate: berbeda pada value\n" in out
    assert "3 catatan: 1 sama, 2 berbeda, 0 tidak dapat dibaca." in out


def test_a_program_gets_one_object_a_line(rule, tmp_path):
    other = answer()
    other["result"]["steps"] = []

    status, out, _err = rule("replay", "--json", kept_in(tmp_path, other, answer()))

    lines = [json.loads(line) for line in out.splitlines()]
    assert status == 1
    assert lines[0] == {
        "record": 1,
        "name": "assessment.quadrant.predicate",
        "different": ["steps"],
        "problem": "",
    }
    assert lines[1] == {"records": 2, "same": 1, "different": 1, "unreadable": 0, "problem": ""}


@pytest.mark.parametrize("shape", [
    lambda records: json.dumps(records),
    lambda records: json.dumps(records, indent=2),
    lambda records: "\n".join(json.dumps(each) for each in records),
    lambda records: "\ufeff" + "\r\n\r\n".join(json.dumps(each) for each in records) + "\r\n",
    lambda records: "".join(json.dumps(each, indent=1) for each in records),
])  # fmt: skip
def test_an_array_lines_and_records_over_several_lines_are_all_read(shape):
    records = [answer(), receipt(receipt_inputs()), answer(work="DIBAWAH", behaviour="SESUAI")]

    assert [(each.different, each.problem) for each in found(shape(records))] == [((), "")] * 3


@pytest.mark.parametrize("rule_", catalogue.RULES, ids=lambda each: each.name)
def test_the_example_of_every_rule_is_computed_again_to_the_same(rule_):
    example = examples.example(rule_)
    question = asking.Question(rule_, example.function)
    given = json.loads(json.dumps(example.given, default=inputs.plain_value))
    kept = asking.ask(question, given).to_json()

    if rule_.name == "identity.nik":  # what it reads is never stored, so there is nothing to compute again
        assert kept["result"] is None
    else:
        assert found(json.dumps(kept))[0].different == ()


@pytest.mark.parametrize("text", ["", "[]", "null", "7", "bukan json", '{"rule": ', '[{"a": 1}, 7]'])
def test_a_file_without_records_or_broken_off_ends_with_two(rule, tmp_path, text):
    status, _out, err = rule("replay", kept_in(tmp_path, text=text))

    assert status == 2
    assert err or "tidak dapat dibaca" in _out


@pytest.mark.parametrize("record", [
    {}, {"version": 1}, {"version": 1, "inputs": {}, "verdicts": {}}, {"rule": 7}, {"rule": "assessment.horoscope"},
    {"rule": "assessment.quadrant", "version": 1, "inputs": [], "result": {}},
    {"rule": "assessment.quadrant", "version": 99, "inputs": {}, "result": {}},
    {"version": 2, "inputs": {}, "verdicts": {}},
])  # fmt: skip
def test_a_record_that_cannot_be_read_is_named_and_the_next_is_still_computed(rule, tmp_path, record):
    status, out, _err = rule("replay", kept_in(tmp_path, record, answer()))

    assert status == 2
    assert "2 catatan: 1 sama, 0 berbeda, 1 tidak dapat dibaca." in out


def test_a_record_whose_question_is_refused_now_differs_in_its_inputs(rule, tmp_path):
    kept = answer()
    kept["inputs"]["work"] = "HEBAT"

    status, out, _err = rule("replay", kept_in(tmp_path, kept))

    assert status == 1
    assert "berbeda pada inputs.work" in out


def test_what_is_no_text_is_refused(rule, tmp_path):
    path = tmp_path / "aneh.bin"
    path.write_bytes(b"\xff\xfe\x00{")

    status, _out, err = rule("replay", str(path))

    assert status == 2
    assert "UTF-8" in err


def test_memory_does_not_grow_with_the_number_of_records():
    line = json.dumps(answer()) + "\n"

    def peak(count):
        source = Repeated(line, count)
        tracemalloc.start()
        assert sum(1 for _each in replay.records(source)) == count
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return top

    assert peak(4_000) < peak(400) * 1.5


class Repeated(io.TextIOBase):
    """A long file that is nowhere."""

    def __init__(self, line, count):
        self.pieces = itertools.repeat(line, count)

    def read(self, size=-1):
        return "".join(itertools.islice(self.pieces, max(1, size // 4_000)))
