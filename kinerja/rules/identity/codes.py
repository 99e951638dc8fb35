"""Codes of identity that only its own rules speak of."""

from __future__ import annotations

from kinerja.rules.coded import Coded
from kinerja.rules.wording import gettext_noop as _


class JenjangCategory(Coded):
    """Category of a functional position (regulations 2.3 and 9.3)."""

    KETERAMPILAN = "KETERAMPILAN", _("keterampilan")
    KEAHLIAN = "KEAHLIAN", _("keahlian")
