"""The second wall: the database itself shows nothing outside of one instansi."""

import pytest
from django.apps import apps
from django.db import IntegrityError, ProgrammingError, connection, transaction

from kinerja.base.organization.models import Assignment, Person, Unit
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import NoInstansi, current_id, inside
from kinerja.base.tenancy.securing import is_tenant


def test_without_context_no_tenant_table_shows_a_row(cast: Cast) -> None:
    shown = {
        model._meta.label: model._default_manager.count()
        for model in apps.get_models()
        if is_tenant(model) and model._meta.label not in {"accounts.User", "ledger.Outbox"}
    }

    assert shown
    assert {label: count for label, count in shown.items() if count} == {}


def test_inside_one_instansi_only_its_rows_exist(cast: Cast) -> None:
    with inside(cast.muaro.pk):
        assert set(Person.objects.values_list("name", flat=True)) == {"Dewi Lestari"}
        assert not Person.objects.filter(pk=cast.budi.pk).exists()


def test_a_row_of_another_instansi_cannot_be_written(cast: Cast) -> None:
    with (
        inside(cast.muaro.pk),
        pytest.raises(ProgrammingError, match="row-level security"),
        transaction.atomic(),
    ):
        Unit.objects.create(instansi_id=cast.kota.pk, siasn_id="X", name="Selundupan")


def test_a_foreign_key_cannot_cross_to_another_instansi(cast: Cast) -> None:
    with inside(cast.muaro.pk), pytest.raises(IntegrityError, match="tenant_fk"), transaction.atomic():
        Assignment.objects.create(
            person=cast.dewi, position_id=cast.dewi.assignments.get().position_id, unit_id=cast.puskesmas.pk,
            kind="PLT", during="[2026-01-01,)",
        )  # fmt: skip


def test_another_instansis_rows_cannot_be_changed(cast: Cast) -> None:
    with inside(cast.muaro.pk):
        assert Person.objects.filter(pk=cast.budi.pk).update(name="Bukan Budi") == 0


def test_the_application_may_not_lift_the_wall(cast: Cast) -> None:
    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE organization_person DISABLE ROW LEVEL SECURITY")


def test_the_applications_role_owns_nothing_and_bypasses_nothing(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False, False)
        cursor.execute("SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole")
        assert cursor.fetchone() == (0,)


def test_work_outside_of_an_instansi_is_refused_with_a_sentence() -> None:
    with pytest.raises(NoInstansi, match="inside"):
        current_id()


def test_one_transaction_serves_one_instansi(cast: Cast) -> None:
    with inside(cast.kota.pk), pytest.raises(NoInstansi, match="another"), inside(cast.muaro.pk):
        pass


def test_the_setting_ends_with_its_block(cast: Cast) -> None:
    with inside(cast.kota.pk):
        assert Person.objects.exists()
    assert not Person.objects.exists()


def test_the_sql_function_and_python_make_keys_of_version_seven(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT kinerja_uuid7(), pg_sleep(0.002), kinerja_uuid7()")
        first, _pause, second = cursor.fetchone()

    assert first.version == second.version == 7
    assert first < second
