"""Photos and texts that were used before, and honest ones beside them."""

from uuid import UUID

import pytest
from PIL import Image

from kinerja.tools.evidence.likeness import photos, texts
from kinerja.tools.evidence.tests.drawings import drawing, jpeg, on_a_screen

SPACE, OTHER = UUID(int=1), UUID(int=2)
NOTE = (
    "Hari ini melayani 31 pasien poli umum, menata arsip rekam medis tahun 2024, dan rapat gizi bersama bidan desa "
    "di Kelurahan Legok sampai pukul 14.30."
)


def compared(one: bytes, other: bytes) -> int:
    """How alike, as the product asks it: words first, then marks, then pixels."""
    mine, theirs = photos.printed(one, SPACE), photos.printed(other, SPACE)
    if len(set(mine.tries) & set(theirs.words)) < 4:
        return 0
    fit = photos.lies_on(mine, theirs.places)
    return photos.likeness(mine, other, fit) if fit else 0


COPIES = {
    "cropped": drawing(1).crop((90, 60, 700, 520)),
    "smaller": drawing(1).resize((360, 270)),
    "larger": drawing(1).resize((1100, 825)),
    "on a screen": on_a_screen(drawing(1)),
}


@pytest.mark.parametrize("copy", COPIES)
def test_a_copy_is_known_again(copy: str) -> None:
    assert compared(jpeg(COPIES[copy], 70), jpeg(drawing(1))) >= photos.FROM


def test_a_copy_compressed_twice_is_known_again() -> None:
    once = jpeg(drawing(1), 40)

    assert compared(once, jpeg(drawing(1))) >= photos.FROM


def test_another_picture_is_not() -> None:
    assert compared(jpeg(drawing(2)), jpeg(drawing(1))) < photos.FROM


def test_the_same_room_with_other_things_in_it_is_not() -> None:
    again = drawing(1)
    again.paste(drawing(2).crop((0, 300, 800, 600)), (0, 300))

    assert compared(jpeg(again), jpeg(drawing(1))) < photos.FROM


def test_a_plain_photo_has_no_marks_and_resembles_nothing() -> None:
    plain = jpeg(Image.new("RGB", (640, 480), "teal"))

    assert photos.printed(plain, SPACE).words == []
    assert compared(plain, plain) == 0


def test_a_very_small_photo_is_no_trouble() -> None:
    assert photos.printed(jpeg(Image.new("RGB", (3, 2), "white")), SPACE).words == []


def test_two_tenants_share_no_word() -> None:
    content = jpeg(drawing(1))

    assert not set(photos.printed(content, SPACE).words) & set(photos.printed(content, OTHER).words)
    assert not set(texts.words_of(NOTE, SPACE)) & set(texts.words_of(NOTE, OTHER))


def test_a_copied_text_is_known_again_with_a_figure_changed() -> None:
    assert texts.likeness("Selamat siang. " + NOTE.lower().replace("31", "33"), NOTE) >= texts.FROM


def test_the_same_phrases_with_other_figures_and_names_are_honest() -> None:
    other = (
        "Hari ini melayani 12 pasien poli gigi, menata arsip surat masuk tahun 2025, dan rapat imunisasi bersama kader "
        "di Desa Mekar Jaya sampai pukul 11.00."
    )
    assert texts.likeness(other, NOTE) < texts.FROM


@pytest.mark.parametrize("text", ["", "Pelayanan loket berjalan lancar.", "seperti kemarin"])
def test_routine_says_nothing_about_anybody(text: str) -> None:
    assert texts.words_of(text, SPACE) == []
    assert texts.likeness(text, text) == 0
