"""Posts are formed, given a class and closed."""

from datetime import date

import pytest

from kinerja.base.organization import actions
from kinerja.base.organization.errors import OrganizationRefusal, WrongText
from kinerja.base.organization.models import Change, Position
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import make_position, make_unit
from kinerja.tools.refusals import Refusal

DAY = date(2026, 3, 3)


def test_a_post_is_formed_in_a_unit(kota: Cast) -> None:
    post = actions.create_position(
        kota.puskesmas,
        title="Bidan Ahli Muda",
        kind="FUNGSIONAL",
        jenjang="AHLI_MUDA",
        job_class=9,
        on=DAY,
        by=kota.ratna,
    )

    assert (post.unit_id, post.job_class, post.is_head) == (kota.puskesmas.pk, 9, False)


@pytest.mark.parametrize(("wrong", "said"), [
    ({"title": " "}, "belum diisi"),
    ({"kind": "RAJA"}, "Jenis jabatan tidak dikenal"),
    ({"jenjang": "AHLI_MUDA"}, "hanya untuk jabatan fungsional"),
    ({"kind": "FUNGSIONAL"}, "memerlukan jenjang"),
    ({"kind": "FUNGSIONAL", "jenjang": "AHLI_BESAR"}, "Jenjang tidak dikenal"),
    ({"job_class": 18}, "1 sampai 17"),
    ({"job_class": 0}, "1 sampai 17"),
    ({"on": date(2019, 1, 1)}, "tidak ada pada"),
    ({"is_head": True}, "sudah mempunyai jabatan pimpinan"),
    ({"title": "Kepala Puskesmas 01"}, "sudah mempunyai jabatan Kepala Puskesmas 01"),
])  # fmt: skip
def test_a_post_that_cannot_be_is_refused(kota: Cast, wrong: dict, said: str) -> None:
    given = {"title": "Pengadministrasi", "kind": "PELAKSANA", "on": DAY, "by": kota.ratna}

    with pytest.raises(Refusal, match=said):
        actions.create_position(kota.puskesmas, **given | wrong)
    assert not Position.objects.filter(title="Pengadministrasi").exists()


def test_a_job_class_is_set_by_decree_and_the_old_one_stays_in_the_history(kota: Cast) -> None:
    post = make_position(kota.puskesmas, "Perawat Ahli Pertama")

    actions.set_job_class(post, job_class=8, on=DAY, by=kota.ratna, decree="SK 9/2026")
    actions.set_job_class(post, job_class=9, on=DAY, by=kota.ratna, decree="SK 10/2026")

    post.refresh_from_db()
    assert post.job_class == 9
    assert list(Change.objects.filter(subject_id=post.pk).order_by("at").values_list("old", "new")) == [
        ("", "8"), ("8", "9"),
    ]  # fmt: skip
    with pytest.raises(OrganizationRefusal, match="Tidak ada yang berubah"):
        actions.set_job_class(post, job_class=9, on=DAY, by=kota.ratna, decree="SK 11/2026")
    with pytest.raises(WrongText, match="Nomor keputusan belum diisi"):
        actions.set_job_class(post, job_class=10, on=DAY, by=kota.ratna, decree="")


def test_a_held_post_is_not_closed_and_the_holder_is_named(kota: Cast) -> None:
    with pytest.raises(OrganizationRefusal, match="dipegang Budi Santoso"):
        actions.close_position(
            make_position(kota.puskesmas, "Perawat Ahli Pertama"), on=DAY, by=kota.ratna, reason="Dihapus"
        )


def test_a_closed_post_takes_nobody_and_closes_once(kota: Cast) -> None:
    post = make_position(make_unit("Seksi", kota.dinkes), "Kepala Seksi", "PENGAWAS", is_head=True)
    actions.close_position(post, on=DAY, by=kota.ratna, reason="Penyetaraan")

    with pytest.raises(OrganizationRefusal, match="ditutup mulai 3 Maret 2026"):
        actions.appoint(kota.budi, post, on=DAY, by=kota.ratna)
    with pytest.raises(OrganizationRefusal, match="sudah ditutup"):
        actions.close_position(post, on=DAY, by=kota.ratna, reason="Penyetaraan")
