"""The rules over HTTP, as a stranger's program meets them."""

import json
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from kinerja.rules import asking, catalogue, examples, inputs

pytestmark = pytest.mark.django_db
QUADRANT = {"work": "DIATAS", "behaviour": "SESUAI"}


def ask(name: str, given: Any, **headers: str) -> tuple[int, dict[str, Any]]:
    body = given if isinstance(given, bytes) else json.dumps(given)
    response = Client(enforce_csrf_checks=True).post(
        f"/api/v1/rules/{name}", body, content_type="application/json", headers=headers
    )
    return response.status_code, json.loads(response.content)


def test_the_list_and_a_description_are_those_of_the_command_line() -> None:
    listed = Client().get("/api/v1/rules").json()["rules"]
    told = Client().get("/api/v1/rules/assessment.objection").json()

    assert [each["name"] for each in listed] == [rule.name for rule in catalogue.RULES]
    assert told["functions"][0]["inputs"]["properties"]["filed"]["format"] == "date"
    assert told["cites"][0]["standing"] == "source"


@pytest.mark.parametrize("rule", catalogue.RULES, ids=lambda rule: rule.name)
def test_every_example_is_answered_as_on_the_command_line(rule) -> None:  # type: ignore[no-untyped-def]
    example = examples.example(rule)
    assert example is not None
    question = asking.Question(rule, example.function)
    given = json.loads(json.dumps(example.given, default=inputs.plain_value))

    status, told = ask(question.name, given)

    assert status == 200
    assert told == json.loads(json.dumps(asking.ask(question, given).to_json()))


@pytest.mark.parametrize(("given", "field"), [({**QUADRANT, "work": "HEBAT"}, "work"), ({"work": "DIATAS"}, "behaviour"),
    ([], ""), (b"x", ""), (b"", ""), (b"\xff", ""), (b'{"work": NaN, "behaviour": "SESUAI"}', "work")])  # fmt: skip
def test_a_wrong_question_gets_422_with_field_value_and_message(given: Any, field: str) -> None:
    status, told = ask("assessment.quadrant", given)

    assert status == 422
    assert told["errors"][0]["field"] == field
    assert set(told["errors"][0]) == {"field", "value", "message"}
    assert told["errors"][0]["message"].endswith(".")


def test_ten_megabytes_are_refused_unread() -> None:
    status, told = ask("assessment.quadrant", b"x" * 10_000_000)

    assert status == 413
    assert "1.000.000" in told["errors"][0]["message"]
    assert ask("assessment.quadrant", b"x" * 1_000_001)[0] == 413


def test_an_unknown_rule_is_404_with_the_nearest_name() -> None:
    assert ask("assessment.quadrnt", QUADRANT)[0] == 404
    response = Client().get("/api/v1/rules/assessment.quadrnt")

    assert response.status_code == 404
    assert "assessment.quadrant" in response.json()["errors"][0]["message"]


def test_sentences_come_in_the_language_that_is_asked_for() -> None:
    _status, indonesian = ask("assessment.quadrant", QUADRANT)
    _status, english = ask("assessment.quadrant", QUADRANT, **{"accept-language": "en"})
    _status, refused = ask("assessment.quadrant", {}, **{"accept-language": "en"})

    assert indonesian["steps"][0]["message"] == "Hasil kerja dinilai di atas ekspektasi."
    assert english["steps"][0]["message"] != indonesian["steps"][0]["message"]
    assert english["result"] == indonesian["result"]
    assert "wajib" not in refused["errors"][0]["message"]


def test_too_many_questions_are_429_with_a_sentence_and_when_to_come_back(settings) -> None:  # type: ignore[no-untyped-def]
    settings.ACCOUNT_RATE_LIMITS = {"rules": "2/m/ip"}
    client = Client()
    answers = [
        client.post("/api/v1/rules/assessment.quadrant", json.dumps(QUADRANT), "application/json")
        for _ in range(3)
    ]

    assert [each.status_code for each in answers] == [200, 200, 429]
    assert answers[2]["Retry-After"] == "60"
    assert "Tunggu satu menit" in answers[2].json()["errors"][0]["message"]


def test_reading_is_limited_too_and_apart_from_asking(settings) -> None:  # type: ignore[no-untyped-def]
    settings.ACCOUNT_RATE_LIMITS = {"rules": "1/m/ip", "rules_read": "2/m/ip"}
    client = Client()
    answers = [client.get("/api/v1/rules"), client.get("/api/v1/rules/assessment.quadrant"),
               client.get("/api/v1/rules"), client.get("/api/v1/rules/no.such.rule")]  # fmt: skip

    assert [each.status_code for each in answers] == [200, 200, 429, 429]
    assert answers[2]["Retry-After"] == "60"
    assert "Tunggu satu menit" in answers[2].json()["errors"][0]["message"]
    assert ask("assessment.quadrant", QUADRANT)[0] == 200
    assert ask("assessment.quadrant", QUADRANT)[0] == 429


def test_an_address_is_not_forgotten_when_many_others_ask(settings) -> None:  # type: ignore[no-untyped-def]
    settings.ACCOUNT_RATE_LIMITS = {"rules_read": "1/m/ip"}
    assert Client().get("/api/v1/rules").status_code == 200

    for other in range(
        310
    ):  # Django's own bound is 300; what it throws away are the first names of the alphabet
        cache.set(f"zz:{other}", [0.0])

    assert Client().get("/api/v1/rules").status_code == 429
    assert Client(REMOTE_ADDR="203.0.113.9").get("/api/v1/rules").status_code == 200


def test_the_description_is_open_and_names_the_three_addresses() -> None:
    told = Client().get("/api/v1/openapi.json").json()

    assert told["openapi"].startswith("3.1")
    assert {path for path in told["paths"] if "/rules" in path} == {"/api/v1/rules", "/api/v1/rules/{name}"}
    assert set(told["paths"]["/api/v1/rules/{name}"]["post"]["responses"]) >= {
        "200",
        "404",
        "413",
        "422",
        "429",
    }
    assert Client().get("/api/v1/docs").status_code == 404


def test_other_methods_are_refused() -> None:
    assert Client().delete("/api/v1/rules").status_code == 405
    assert Client().put("/api/v1/rules/assessment.quadrant").status_code == 405
