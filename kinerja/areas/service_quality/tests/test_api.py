"""The API of volumes: a token per system, its reach and rights, the same key once, each wrong value named."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.http import HttpResponse
from django.test import Client

from kinerja.areas.service_quality.models import Delivery, Entry, Service, Volume
from kinerja.areas.service_quality.tests.factories import TODAY, make_service, make_volume
from kinerja.base.access.actions import connect_system, revoke_system
from kinerja.base.access.errors import SystemRefused, WrongGrant
from kinerja.base.access.models import ConnectedSystem
from kinerja.base.ledger.models import Entry as LedgerEntry
from kinerja.base.organization.models import Unit
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock

VOLUMES = "/api/v1/services/volumes"
ROW = {"service": "PKM01-RJ", "day": "2026-06-30", "served": 41, "to_standard": 38}
Put = Callable[..., HttpResponse]
BOTH = ("service.read", "volume.write")


def token_of(cast: Cast, unit: Unit | None = None, rights: tuple[str, ...] = BOTH) -> str:
    with inside(cast.kota.pk):
        return connect_system(
            name="SIMPUS", unit=unit, rights=rights, expires_on=TODAY + timedelta(days=30), by=cast.ratna
        )[1]


@pytest.fixture
def service(cast: Cast) -> Service:
    with inside(cast.kota.pk):
        return make_service(cast.puskesmas, code="PKM01-RJ")


@pytest.fixture
def put(cast: Cast, service: Service) -> Put:
    ours = token_of(cast, cast.dinkes)

    def sent(
        *rows: dict[str, Any],
        key: UUID | str | None = None,
        token: str = ours,
        body: Any = None,
        **extra: Any,
    ) -> Any:
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": str(key or uuid4())}
        content = json.dumps({"volumes": list(rows)} | extra) if body is None else body
        return Client().put(VOLUMES, content, content_type="application/json", headers=headers)

    return sent


def stored(cast: Cast) -> list[tuple[int, int | None]]:
    with inside(cast.kota.pk):
        return list(Volume.objects.values_list("served", "to_standard"))


def messages(answer: HttpResponse) -> str:
    return " ".join(each["message"] for each in json.loads(answer.content)["errors"])


def test_what_a_system_sends_stands_on_its_day_and_on_record(cast: Cast, put: Put) -> None:
    answer = put(ROW)

    told = json.loads(answer.content)
    assert (answer.status_code, told["new"], told["unchanged"]) == (200, 1, 0)
    assert stored(cast) == [(41, 38)]
    with inside(cast.kota.pk):
        assert LedgerEntry.objects.filter(verb="service_quality.delivered").count() == 1
        assert Entry.objects.get().origin == "SISTEM"


def test_the_same_key_with_the_same_body_is_answered_alike(cast: Cast, put: Put) -> None:
    key = uuid4()

    answers = [json.loads(put(ROW, key=key).content) for _again in range(2)]

    assert answers[0] == answers[1]
    with inside(cast.kota.pk):
        assert Delivery.objects.count() == 1


def test_the_same_key_with_another_body_is_refused(cast: Cast, put: Put) -> None:
    key = uuid4()
    put(ROW, key=key)

    answer = put(ROW | {"served": 50}, key=key)

    assert answer.status_code == 422
    assert "sudah dipakai" in messages(answer)
    assert stored(cast) == [(41, 38)]


def test_a_stored_figure_changes_with_a_reason_only(cast: Cast, put: Put) -> None:
    put(ROW)
    refused = put(ROW | {"served": 42})

    assert (refused.status_code, json.loads(refused.content)["errors"][0]["field"]) == (422, "reason")
    assert put(ROW | {"served": 42}, reason="Rekap akhir hari").status_code == 200
    assert stored(cast) == [(42, 38)]


@pytest.mark.parametrize(
    ("wrong", "field", "said"),
    [
        ({"day": "2026-07-02"}, "day", "belum tiba"),
        ({"day": "kapan"}, "day", "bukan tanggal"),
        ({"served": -1}, "served", "negatif"),
        ({"served": 1.5}, "served", "bukan bilangan bulat"),
        ({"served": None}, "served", "wajib diisi"),
        ({"served": 10**30}, "served", "lebih dari"),
        ({"to_standard": 42}, "to_standard", "lebih banyak"),
        ({"to_standard": None}, "to_standard", "wajib diisi"),
        ({"service": "LAIN"}, "service", "tidak ada di katalog"),
        ({"nip": "123"}, "nip", "tidak ada petugas"),
    ],
)
def test_a_wrong_value_is_named_with_its_row_and_nothing_is_stored(
    cast: Cast, put: Put, wrong: dict[str, Any], field: str, said: str
) -> None:
    answer = put({**ROW, "day": "2026-06-29"}, ROW | wrong)

    error = json.loads(answer.content)["errors"][0]
    assert (answer.status_code, error["row"], error["field"]) == (422, 2, field)
    assert said in error["message"]
    assert stored(cast) == []


@pytest.mark.parametrize(
    "body",
    ["", "[]", "{", '{"volumes": []}', '{"volumes": [1]}', '{"volumes": [{"served": [1]}]}',
     '{"volumes": [{"lain": 1}]}', '{"volumes": {}}', '{"volumes": [{}], "reason": 1}'],
)  # fmt: skip
def test_a_body_of_another_shape_is_refused_with_an_example(put: Put, body: str) -> None:
    answer = put(body=body)

    assert answer.status_code == 422
    assert "PKM01-RJ" in messages(answer)


def test_without_a_key_nothing_is_stored(cast: Cast, put: Put) -> None:
    answer = put(ROW, key="bukan-uuid")

    assert "Idempotency-Key" in messages(answer)
    assert stored(cast) == []


def test_a_unit_beside_is_out_of_reach(cast: Cast, put: Put) -> None:
    answer = put(ROW, token=token_of(cast, cast.bkpsdm))

    assert "tidak ada di katalog" in messages(answer)


def test_a_right_that_is_not_held_is_refused(cast: Cast, put: Put) -> None:
    assert put(ROW, token=token_of(cast, rights=("service.read",))).status_code == 403


@pytest.mark.parametrize("token", ["", "x", "kinerja.a.b.c", f"kinerja.{'0' * 32}.{'1' * 32}.rahasia"])
def test_a_token_that_is_none_is_told_nothing(put: Put, token: str) -> None:
    answer = put(ROW, token=token)

    assert answer.status_code == 401
    assert "Token" in messages(answer)


def test_a_wrong_secret_an_expired_and_a_revoked_token_are_told_the_same(cast: Cast, put: Put) -> None:
    good = token_of(cast)
    wrong = put(ROW, token=good[:-1] + ("a" if good[-1] != "a" else "b"))
    with clock.at(TODAY + timedelta(days=31)):
        expired = put(ROW, token=good)
    with inside(cast.kota.pk):
        revoke_system(ConnectedSystem.objects.order_by("-made_at")[0], reason="Bocor", by=cast.ratna)

    assert {answer.content for answer in (wrong, expired, put(ROW, token=good))} == {wrong.content}


def test_only_the_hash_of_a_token_is_kept(cast: Cast) -> None:
    token = token_of(cast)

    with inside(cast.kota.pk):
        kept = ConnectedSystem.objects.values_list("secret_hash", flat=True).get()
    assert token.rpartition(".")[2] not in kept
    assert len(kept) == 64


def test_too_many_calls_are_slowed(put: Put, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"systems": "2/m/key"}

    answers = [put(ROW) for _call in range(3)]

    assert [each.status_code for each in answers] == [200, 200, 429]
    assert answers[2]["Retry-After"] == "60"


def test_what_was_sent_can_be_read_back(cast: Cast, put: Put) -> None:
    put(ROW)
    with inside(cast.kota.pk):
        make_volume(Service.objects.get(), date(2026, 6, 1), 3)
    client, bearer = Client(), {"Authorization": f"Bearer {token_of(cast)}"}

    listed = client.get(f"{VOLUMES}?since=2026-06-30&until=2026-06-30", headers=bearer)
    catalogue = client.get("/api/v1/services", headers=bearer)

    assert json.loads(listed.content) == {"volumes": [ROW | {"nip": None}]}
    assert json.loads(catalogue.content)["services"][0]["code"] == "PKM01-RJ"
    assert client.get(f"{VOLUMES}?since=x&until=y", headers=bearer).status_code == 422
    assert client.get(VOLUMES).status_code == 401


def test_the_interface_is_described(client: Client) -> None:
    described = json.loads(client.get("/api/v1/openapi.json").content)

    sending = described["paths"]["/api/v1/services/volumes"]["put"]
    assert {"200", "401", "403", "422", "429"} <= {str(code) for code in sending["responses"]}
    assert sending["security"] == [{"SystemToken": []}]


@pytest.mark.parametrize(
    ("extra", "said"),
    [({"rights": []}, "Pilih paling sedikit satu"), ({"rights": ["semua"]}, "dari daftar"),
     ({"expires_on": TODAY + timedelta(days=400)}, "paling lama satu tahun"),
     ({"expires_on": TODAY - timedelta(days=1)}, "paling lama satu tahun")],
)  # fmt: skip
def test_a_connection_without_bounds_is_refused(kota: Cast, extra: dict[str, Any], said: str) -> None:
    with pytest.raises(WrongGrant, match=said):
        connect_system(
            **({"name": "SIMPUS", "rights": ["volume.write"], "expires_on": TODAY, "by": kota.ratna} | extra)  # type: ignore[arg-type]
        )


def test_a_connection_is_revoked_once(kota: Cast) -> None:
    system, _token = connect_system(name="SIMPUS", rights=BOTH, expires_on=TODAY, by=kota.ratna)
    revoke_system(system, reason="Selesai", by=kota.ratna)

    with pytest.raises(SystemRefused, match="sudah dicabut"):
        revoke_system(system, reason="Selesai", by=kota.ratna)
