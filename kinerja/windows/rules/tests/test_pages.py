"""The pages of the rules for people without an account."""

import html
import json

import pytest
from django.test import Client

from kinerja.rules import asking, catalogue, examples, plain
from kinerja.windows.rules import queries
from kinerja.windows.rules.forms.filled import Form
from kinerja.windows.rules.tests.test_forms import sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    return Client()


def text_of(response) -> str:  # type: ignore[no-untyped-def]
    return html.unescape(response.content.decode())


def test_the_list_names_every_rule_by_room(client: Client) -> None:
    text = text_of(client.get("/rules/"))

    assert all(f'href="/rules/{rule.name}/"' in text for rule in catalogue.RULES)
    assert "Penilaian kinerja" in text
    assert text.count("<h1") == 1


def test_the_search_looks_into_titles_stories_and_citations(client: Client) -> None:
    found = text_of(client.get("/rules/", {"q": "atasan KEBERATAN"}))

    assert "/rules/assessment.objection/" in found
    assert "/rules/identity.nip/" not in found
    assert "/rules/assessment.distribution/" in text_of(client.get("/rules/", {"q": "SE MenPANRB 3/2023"}))
    assert "Tidak ada aturan yang memuat kata itu" in text_of(client.get("/rules/", {"q": "horoskop"}))


@pytest.mark.parametrize("rule", catalogue.RULES, ids=lambda rule: rule.name)
def test_a_page_tells_what_is_decided_where_it_comes_from_and_an_example(client: Client, rule) -> None:  # type: ignore[no-untyped-def]
    text = text_of(client.get(f"/rules/{rule.name}/"))
    example = examples.example(rule)

    assert example is not None
    assert all(sentence in text for sentence in example.verdict.sentences())
    assert all(str(cite) in text and cite.standing.label in text for cite in rule.cites)
    assert all(each.meaning in text for each in rule.used_figures())
    assert text.count("<h1") == 1


@pytest.mark.parametrize("rule", catalogue.RULES, ids=lambda rule: rule.name)
def test_the_form_answers_its_example_as_the_rule_does(client: Client, rule) -> None:  # type: ignore[no-untyped-def]
    example = examples.example(rule)
    assert example is not None
    data = sent(Form.of_example(example.function, example.given))

    response = client.post(f"/rules/{rule.name}/?tanya={example.function.__name__}", data | {"ask": "1"})

    answer = text_of(response).partition('class="rule-answer"')[2].partition("</section>")[0]
    assert response.status_code == 200
    assert all(sentence in answer for sentence in example.verdict.sentences())
    assert all(words in answer for _name, lines in plain.lines(example.verdict.value) for words in lines)
    changes = asking.ask(asking.Question(rule, example.function), example.given).changes
    assert all(change.step.sentence() in answer for change in changes)


def test_a_wrong_question_is_refused_at_its_field(client: Client) -> None:
    response = client.post("/rules/assessment.quadrant/", {"work": "HEBAT", "ask": "1"})

    text = text_of(response)
    assert response.status_code == 422
    assert 'id="id-work-salah"' in text
    assert "Isian ini wajib ada." in text
    assert "Ada 2 hal yang perlu diperbaiki" in text


def test_a_button_of_the_rows_asks_nothing(client: Client) -> None:
    data = sent(Form.of_example(*_consolidation()))

    text = text_of(client.post("/rules/planning.consolidation/", data | {"add": "figures"}))

    assert 'name="figures.rows" value="5"' in text
    assert "rule-answer" not in text


def _consolidation():  # type: ignore[no-untyped-def]
    rule = catalogue.rule("planning.consolidation")
    return rule.function(), queries.prefill(rule, rule.function())


@pytest.mark.parametrize(
    "path", ["/rules/assessment.horoscope/", "/rules/x/", "/rules/assessment.quadrant/?tanya=x"]
)
def test_a_rule_that_is_not_there_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404
    assert client.post(path).status_code == 404


def test_what_is_typed_is_shown_as_text_and_the_form_asks_for_its_token() -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/rules/identity.golongan/", {"text": "III/d"}).status_code == 403
    text = Client().post("/rules/identity.golongan/", {"text": "<script>x</script>"}).content.decode()

    assert "<script>x" not in text


def test_too_many_questions_from_an_address_wait_a_minute(client: Client, settings) -> None:  # type: ignore[no-untyped-def]
    settings.ACCOUNT_RATE_LIMITS = {"rules": "2/m/ip"}
    question = {"text": "III/d"}
    answers = [client.post("/rules/identity.golongan/", question).status_code for _ in range(3)]

    assert answers == [200, 200, 429]
    assert "Tunggu satu menit" in text_of(client.post("/rules/identity.golongan/", question))
    assert client.get("/rules/identity.golongan/").status_code == 200


def test_an_english_reader_gets_english_sentences(client: Client) -> None:
    data = {"work": "DIATAS", "behaviour": "SESUAI"}
    response = client.post("/rules/assessment.quadrant/", data, headers={"accept-language": "en"})

    assert "predicate" in text_of(response).lower()
    assert (
        "Hasil kerja dinilai" not in text_of(response).partition("rule-answer")[2].partition("</section>")[0]
    )


@pytest.mark.parametrize("rule", catalogue.RULES, ids=lambda rule: rule.name)
def test_an_english_reader_reads_what_figures_mean_in_english(client: Client, rule) -> None:  # type: ignore[no-untyped-def]
    page = client.get(f"/rules/{rule.name}/", headers={"accept-language": "en"})
    told = client.get(f"/api/v1/rules/{rule.name}", headers={"accept-language": "en"}).json()
    figures = text_of(page).partition('id="angka"')[2]

    assert not [each.meaning for each in rule.used_figures() if each.meaning in figures]
    assert {each["meaning"] for each in (*told["figures"], *told["tables"])}.isdisjoint(
        {each.meaning for each in rule.used_figures()}
    )


def test_a_table_is_folded_behind_its_meaning_and_its_number_of_rows(client: Client) -> None:
    text = text_of(client.get("/rules/allowance.monthly_payment/"))

    assert "Potongan per kode kehadiran, persen sehari <span" in text
    assert "(9 baris, berlaku sejak 1 Januari 2019)" in text
    assert "28 angka dengan dasarnya" in text_of(client.get("/rules/assessment.credit_points/"))


def test_a_form_that_grows_comes_back_to_the_part_that_grew(client: Client) -> None:
    text = text_of(client.get("/rules/planning.consolidation/"))

    assert 'name="add" value="figures" formaction="?tanya=consolidate#id-figures"' in text


def test_a_stranger_reaches_the_rules_from_the_sign_in_page(client: Client) -> None:
    assert 'href="/rules/"' in text_of(client.get("/akun/login/"))
    assert json.loads(client.get("/api/v1/rules").content)
