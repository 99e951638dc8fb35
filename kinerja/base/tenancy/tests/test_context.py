"""Which instansi work is for: said once, gone with its block, however that ends."""

import pytest
from django.db import DatabaseError, connection

from kinerja.base.organization.models import Person, Unit
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import NoInstansi, current_id, current_or_none, inside


def setting() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('kinerja.instansi', true)")
        return cursor.fetchone()[0] or ""


def test_outside_there_is_none(db: None) -> None:
    assert current_or_none() is None
    with pytest.raises(NoInstansi):
        current_id()


def test_the_same_one_inside_itself_is_the_same_work(cast: Cast) -> None:
    with inside(cast.kota.pk):
        with inside(str(cast.kota.pk)):
            assert Person.objects.filter(pk=cast.budi.pk).exists()
        assert current_id() == cast.kota.pk
        assert setting() == str(cast.kota.pk)


def test_an_error_ends_the_context_and_undoes_the_work(cast: Cast) -> None:
    def break_off() -> None:
        with inside(cast.kota.pk):
            Unit.objects.filter(pk=cast.puskesmas.pk).update(name="Setengah jadi")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_off()

    assert current_or_none() is None
    assert Unit.objects.count() == 0  # nobody's rows are seen any more
    with inside(cast.kota.pk):
        assert Unit.objects.get(pk=cast.puskesmas.pk).name == "Puskesmas 01"


def test_after_one_government_comes_another_without_a_trace(cast: Cast) -> None:
    with inside(cast.kota.pk):
        assert not Person.objects.filter(pk=cast.dewi.pk).exists()
    with inside(cast.muaro.pk):
        assert Person.objects.get().pk == cast.dewi.pk


@pytest.mark.parametrize("wrong", ["", "kota-jambi", "1 OR true", None])
def test_what_is_no_key_opens_nothing(db: None, wrong: str) -> None:
    with pytest.raises(ValueError), inside(wrong):  # noqa: PT011 - whatever UUID says
        pytest.fail("It opened.")
    assert current_or_none() is None


def test_a_setting_written_by_hand_that_is_no_key_shows_nothing(cast: Cast) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('kinerja.instansi', 'semua', true)")
    with pytest.raises(DatabaseError):
        list(Person.objects.all())
