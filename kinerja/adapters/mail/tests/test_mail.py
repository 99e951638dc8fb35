"""Letters to a real SMTP server: what stands in them, and how its answers are read."""

import re
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from kinerja.adapters.mail.channel import Mail
from kinerja.adapters.mail.sample import SampleMail
from kinerja.adapters.mail.tests.server import Post, post_office
from kinerja.base.inbox.channels import DeadAddress, Notice, Rejected, TryLater
from kinerja.base.inbox.models import Occasion

TO = "budi@example.go.id"
NOTICE = Notice(Occasion.DAILY, 3, "https://k.id/kotak-masuk/", "abc123", stop="https://k.id/berhenti/x/")


def mail(post: Post) -> Mail:
    return Mail(url=post.url, sender="Kinerja <kinerja@jambikota.go.id>")


def send(channel: Mail, to: str = TO) -> None:
    with channel.session() as sent:
        sent(to, NOTICE)


def test_a_letter_can_be_ended_by_one_click_and_has_the_number_of_its_notice() -> None:
    with post_office() as post:
        send(mail(post))
    [letter] = post.letters

    assert letter["List-Unsubscribe"] == "<https://k.id/berhenti/x/>"
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert letter["Message-ID"] == "<abc123@jambikota.go.id>"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["Subject"] == "Kabar dari Kinerja"
    assert letter["To"] == TO
    assert re.sub(r"\s+", " ", letter.get_content()).strip() == (
        "Kabar di Kinerja yang belum Anda baca: 3. Buka: https://k.id/kotak-masuk/ "
        "Berhenti menerima pesan ini: https://k.id/berhenti/x/"
    )


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        ("550 5.1.1 nobody", DeadAddress),
        ("553 5.1.3 odd", DeadAddress),
        ("552 5.2.2 full", Rejected),
        ("554 5.7.1 policy", Rejected),
        ("450 4.2.0 later", TryLater),
        ("451 4.7.1 grey", TryLater),
    ],
)
def test_answers_about_the_recipient(answer: str, trouble: type[Exception]) -> None:
    with post_office() as post:
        post.refuse[TO] = answer
        with pytest.raises(trouble) as met:
            send(mail(post))
    assert "budi" not in str(met.value)


@pytest.mark.parametrize(("answer", "trouble"), [("554 no", Rejected), ("452 full", TryLater)])
def test_answers_about_the_letter(answer: str, trouble: type[Exception]) -> None:
    with post_office() as post:
        post.after_data = [answer]
        with pytest.raises(trouble):
            send(mail(post))


def test_several_letters_share_a_connection_and_survive_a_refusal() -> None:
    with post_office() as post:
        post.refuse["x@example.go.id"] = "554 no"
        with mail(post).session() as sent:
            sent(TO, NOTICE)
            with pytest.raises(Rejected):
                sent("x@example.go.id", NOTICE)
            sent(TO, NOTICE)
    assert len(post.letters) == 2


def test_silence_is_tried_later_and_stops_the_whole_channel() -> None:
    with pytest.raises(TryLater) as met:
        send(Mail(url="smtp://127.0.0.1:1", sender="a@b.id"))
    assert met.value.whole


def test_it_signs_in_and_says_when_it_cannot() -> None:
    with post_office(signs_in=True) as post:
        right, wrong = (
            Mail(url=f"smtp://kinerja:{password}@127.0.0.1:{post.port}", sender="a@b.id")
            for password in ("rahasia", "salah")
        )
        assert right.check() == ""
        assert "535" in wrong.check()
        send(right)
        with pytest.raises(TryLater):
            send(wrong)


@pytest.mark.parametrize("url", ["http://mail", "smtp://", "mail.example.go.id:25"])
def test_a_wrong_url_stops_the_start(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="KINERJA_SMTP_URL"):
        Mail(url=url, sender="a@b.id")


def test_an_address_is_shown_to_its_person_but_not_whole() -> None:
    assert Mail(url="smtp://x", sender="a@b.id").shown(TO) == "b•••@example.go.id"


def test_a_demonstration_writes_files_and_asks_no_network(tmp_path: Path) -> None:
    channel = SampleMail(url="smtp://localhost", sender="a@b.id", folder=tmp_path)

    assert channel.check() == ""
    send(channel)
    [file] = tmp_path.iterdir()
    assert "List-Unsubscribe" in file.read_text()
