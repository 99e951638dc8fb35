"""The words that leave the house: a fixed sentence for each occasion, a count, a link. There is no place for more."""

from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from kinerja.base.inbox.channels import Notice
from kinerja.base.inbox.models import Occasion


@dataclass(frozen=True, slots=True)
class Words:
    """A subject, a sentence, and the paragraph that says how to stop it."""

    subject: str
    sentence: str
    foot: str

    @property
    def text(self) -> str:
        return f"{self.sentence}\n\n{self.foot}".strip()


def sentence(occasion: str, count: int) -> str:
    """The one sentence outside."""
    if occasion == Occasion.CODE:
        return _("Seseorang meminta kabar Kinerja dikirim ke alamat ini.")
    if occasion == Occasion.NOW:
        return _("Ada kabar untuk Anda di Kinerja.")
    return _("Kabar di Kinerja yang belum Anda baca: %(count)d.") % {"count": count}


def words(notice: Notice) -> Words:
    """What a notice says, in the language its person used when she confirmed the address."""
    with translation.override(notice.language):
        told = sentence(notice.occasion, notice.count)
        if notice.occasion == Occasion.CODE:
            code = _("Kode konfirmasi: %(code)s (berlaku 30 menit).") % {"code": notice.code}
            foot = _("Bila bukan Anda yang meminta, abaikan pesan ini; tidak ada lagi yang akan dikirim.")
            return Words(_("Kode konfirmasi Kinerja"), f"{told} {code}", foot)
        stop = (
            _("Berhenti menerima pesan ini: %(stop)s") % {"stop": notice.stop}
            if notice.stop.startswith("http")
            else notice.stop
        )
        return Words(_("Kabar dari Kinerja"), f"{told} {_('Buka')}: {notice.link}", stop)
