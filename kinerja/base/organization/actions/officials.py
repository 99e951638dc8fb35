"""The head of government: no civil servant, in no personnel export, and yet the top of every line."""

import re
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.base.accounts.models import User
from kinerja.base.ledger import recording
from kinerja.base.organization import verbs
from kinerja.base.organization.changing import required
from kinerja.base.organization.errors import WrongText
from kinerja.base.organization.models import Person
from kinerja.base.tenancy.context import current_id
from kinerja.base.tenancy.models import Instansi

#: what an official signs in with in place of a NIP
_NUMBER = re.compile(r"[A-Z0-9]{6,18}")


@transaction.atomic
def admit_official(
    *, number: str, name: str, by: Any, title_before: str = "", title_after: str = "", sex: str = ""
) -> Person:
    """Take in somebody who is no ASN (gubernur, bupati, wali kota and their deputies).

    `number` stands in place of the NIP: 6 to 18 capitals and digits, not 18 digits, so that it is never taken for one.
    He is appointed to his post by `appoint`, like anybody.
    """
    number = number.strip().upper()
    if not _NUMBER.fullmatch(number) or (number.isdigit() and len(number) == 18):
        raise WrongText(
            _("“%(number)s” tidak dapat dipakai. Nomor pejabat non-ASN terdiri atas 6 sampai 18 huruf besar dan angka, "
              "dan bukan 18 angka seperti NIP.") % {"number": number}
        )  # fmt: skip
    if User.objects.filter(nip=number).exists():
        raise WrongText(_("Nomor %(number)s sudah dipakai. Pilih nomor lain.") % {"number": number})
    user = User.objects.create_user(number, Instansi.objects.get(pk=current_id()))
    person = Person.objects.create(
        id=user.pk, nip=number, name=required(name, _("Nama"), 150), status=Person.Status.NON_ASN, sex=sex,
        title_before=title_before.strip(), title_after=title_after.strip(),
    )  # fmt: skip
    recording.record(verbs.OFFICIAL_ADMITTED, person, by=by, number=number, name=person.name)
    return person
