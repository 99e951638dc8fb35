"""No word of a message leaves the house: for every kind there is, whatever stands in it."""

import dataclasses
from datetime import date

import pytest

from kinerja.adapters.mail.tests.server import Post
from kinerja.base.inbox.channels import Notice
from kinerja.base.inbox.kinds import CHOSEN, kinds
from kinerja.base.inbox.models import Message, Occasion, Preference, When
from kinerja.base.inbox.notifying import digest, notify
from kinerja.base.inbox.outside import words
from kinerja.base.inbox.sending import tell
from kinerja.base.inbox.tests.listening import listen, work
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools import clock
from kinerja.tools.keys import uuid7


def test_the_port_has_no_place_for_a_word() -> None:
    """What a channel is given; a new field here has to be defended."""
    assert {field.name: field.type for field in dataclasses.fields(Notice)} == {
        "occasion": Occasion, "count": int, "link": str, "key": str, "language": str, "stop": str, "code": str,
    }  # fmt: skip


@pytest.mark.parametrize("when", [When.NOW, When.DAILY])
def test_no_field_of_any_kind_of_message_leaves(on: Cast, post: Post, when: When) -> None:
    """Every kind, each field with a word of its own; the letters are read whole, headers too."""
    listen(on.budi)
    for group in CHOSEN:
        Preference.objects.create(person=on.budi, channel="mail", group=group, when=when)
    planted = []
    for number, kind in enumerate(kinds()):
        subject = uuid7()
        message = tell(
            on.budi, kind, f"JUDUL{number:03d}X", body=f"ISI{number:03d}X Rp9.876.543", link=f"/tautan{number:03d}x/",
            due_on=date(2031, 7, 23), escalates_to=on.sari, subject=subject,
        )  # fmt: skip
        notify(message.pk)
        planted += [
            f"JUDUL{number:03d}X",
            f"ISI{number:03d}X",
            f"tautan{number:03d}x",
            str(subject),
            str(message.pk),
        ]
    with clock.at(clock.now().replace(day=9, hour=8)):
        digest()
        work()
    planted += [
        *kinds().keys() - {"alert", "feedback", "receipt"},
        "9.876.543",
        "2031",
        "Sari",
        "Wulandari",
        "Budi Santoso",
        on.budi.nip,
    ]

    assert len(post.letters) == (Message.objects.count() if when == When.NOW else 4)
    outside = "\n".join(letter.as_string() + letter.get_content() for letter in post.letters)
    assert [word for word in planted if word in outside] == []


@pytest.mark.parametrize("occasion", Occasion)
@pytest.mark.parametrize("language", ["id", "en"])
def test_the_whole_text_is_fixed(occasion: Occasion, language: str) -> None:
    told = words(Notice(occasion, 7, "L", "k", language, "https://s", "123456"))
    parts = f"{told.subject} {told.text}"

    assert parts == _EXPECTED[occasion.value, language]


_STOP = {"id": "Berhenti menerima pesan ini: https://s", "en": "Stop receiving these messages: https://s"}
_COUNTED = {
    "id": f"Kabar dari Kinerja Kabar di Kinerja yang belum Anda baca: 7. Buka: L\n\n{_STOP['id']}",
    "en": f"News from Kinerja News in Kinerja that you have not read: 7. Open: L\n\n{_STOP['en']}",
}
_EXPECTED = {
    ("KODE", "id"): "Kode konfirmasi Kinerja Seseorang meminta kabar Kinerja dikirim ke alamat ini. "
    "Kode konfirmasi: 123456 (berlaku 30 menit).\n\n"
    "Bila bukan Anda yang meminta, abaikan pesan ini; tidak ada lagi yang akan dikirim.",
    (
        "KODE",
        "en",
    ): "Kinerja confirmation code Somebody asked for Kinerja's notices to be sent to this address. "
    "Confirmation code: 123456 (valid for 30 minutes).\n\n"
    "If it was not you, ignore this message; nothing else will be sent.",
    ("SEGERA", "id"): f"Kabar dari Kinerja Ada kabar untuk Anda di Kinerja. Buka: L\n\n{_STOP['id']}",
    ("SEGERA", "en"): f"News from Kinerja There is news for you in Kinerja. Open: L\n\n{_STOP['en']}",
    **{(each, language): _COUNTED[language] for each in ("PAGI", "HARIAN") for language in ("id", "en")},
}
