"""The codes of regions (regulations 11)."""

from __future__ import annotations

from kinerja.rules.coded import Coded
from kinerja.rules.wording import gettext_noop as _


class RegionKind(Coded):
    """Kinds of government."""

    PROVINSI = "PROVINSI", _("provinsi")
    KABUPATEN = "KABUPATEN", _("kabupaten")
    KOTA = "KOTA", _("kota")


class RegionCodes(Coded):
    """The two systems of codes; they differ for four kabupaten."""

    KEMENDAGRI = "KEMENDAGRI", _("Kemendagri")
    BPS = "BPS", _("BPS")
