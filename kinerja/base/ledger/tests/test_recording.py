"""record(): what is written, what is refused, and that the chain holds."""

import pytest
from django.db import DatabaseError, connection, transaction

from kinerja.base.ledger.models import Entry
from kinerja.base.ledger.recording import canonical, content_hash, record, record_batches
from kinerja.base.ledger.verbs import UnknownVerb, Verb
from kinerja.base.ledger.verifying import verify
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside

SAID = Verb("test.said", "Berkata", ("words",))
MANY = Verb("test.imported", "Mengimpor", ("root", "count"))


def test_an_act_is_kept_with_who_what_and_the_hash_of_its_words(kota: Cast) -> None:
    entry_id = record(SAID, kota.budi, by=kota.sari, words="rahasia")

    entry = Entry.objects.get(pk=entry_id)
    assert (entry.verb, entry.subject_type, entry.subject_id, entry.by_id) == (
        "test.said", "organization.person", kota.budi.pk, kota.sari.pk,
    )  # fmt: skip
    assert bytes(entry.content_hash) == content_hash({"words": "rahasia"}, bytes(entry.salt))


def test_the_words_themselves_are_nowhere(kota: Cast) -> None:
    record(SAID, kota.budi, by=kota.sari, words="kata-rahasia-sekali")

    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(e::text, '') FROM ledger_entry e")
        assert "kata-rahasia-sekali" not in cursor.fetchone()[0]


def test_other_keys_than_the_verb_lists_are_refused(kota: Cast) -> None:
    with pytest.raises(UnknownVerb, match="words"):
        record(SAID, kota.budi, by=kota.sari, other="x")


@pytest.mark.parametrize("number", [1, 2, 7])
def test_the_chain_is_whole_after_each_act(kota: Cast, number: int) -> None:
    for turn in range(number):
        record(SAID, kota.budi, by=kota.sari, words=str(turn))

    found = verify(kota.kota.pk)
    assert found.whole
    assert found.entries == number
    assert list(Entry.objects.order_by("seq").values_list("seq", flat=True)) == list(range(1, number + 1))


def test_each_instansi_has_its_own_chain(cast: Cast) -> None:
    for instansi, person in ((cast.kota, cast.budi), (cast.muaro, cast.dewi), (cast.kota, cast.sari)):
        with inside(instansi.pk):
            record(SAID, person, by=person, words="x")

    with inside(cast.kota.pk):
        assert verify(cast.kota.pk).entries == 2
    with inside(cast.muaro.pk):
        assert verify(cast.muaro.pk).entries == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger_entry SET verb = 'test.lied'",
        "DELETE FROM ledger_entry",
        "TRUNCATE ledger_entry",
        "UPDATE ledger_head SET seq = 0",
    ],
)
def test_the_application_cannot_change_history(kota: Cast, statement: str) -> None:
    record(SAID, kota.budi, by=kota.sari, words="x")

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_bulk_act_writes_one_entry_per_batch_with_its_root(kota: Cast) -> None:
    digests = [bytes([number % 256]) * 32 for number in range(12_001)]

    assert record_batches(MANY, kota.kota, by=kota.ratna, digests=digests) == 12_001

    assert list(Entry.objects.order_by("seq").values_list("rows", flat=True)) == [5_000, 5_000, 2_001]
    assert verify(kota.kota.pk).whole


def test_many_entries_in_one_statement_are_chained_too(kota: Cast) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO ledger_entry (id, instansi_id, at, verb, subject_type, subject_id, rule_version, rows, content_hash)"
            " SELECT kinerja_uuid7(), %s, now(), 'test.said', 'x', kinerja_uuid7(), '', 1, '\\x00'"
            " FROM generate_series(1, 3000)",
            [kota.kota.pk],
        )

    found = verify(kota.kota.pk)
    assert (found.entries, found.whole) == (3_000, True)


def test_what_the_dispatcher_has_to_tell_is_written_with_the_act(kota: Cast) -> None:
    record(SAID, kota.budi, by=kota.sari, words="x", topics=["person:1", "unit:2"])

    with connection.cursor() as cursor:
        cursor.execute("SELECT has_table_privilege('ledger_outbox', 'SELECT')")
        assert cursor.fetchone() == (False,), "the application only puts in; the dispatcher takes out"


def test_canonical_content_does_not_depend_on_the_order_of_keys() -> None:
    assert canonical({"b": 1, "a": "é"}) == canonical({"a": "é", "b": 1}) == '{"a":"é","b":1}'.encode()
