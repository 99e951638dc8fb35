"""What the rules of regions call their arguments, parts and questions."""

from __future__ import annotations

from kinerja.rules.wording import gettext_noop as _

LABELS = {
    "Region.bps": _("Kode BPS"),
    "Region.hours_from_utc": _("Jam dari UTC"),
    "Region.kemendagri": _("Kode Kemendagri"),
    "Region.kind": _("Jenis pemerintah"),
    "Region.seat": _("Ibu kota"),
    "Region.time_zone": _("Zona waktu"),
    "count.kind": _("Jenis pemerintah"),
    "pppk_share.pns": _("Jumlah PNS"),
    "pppk_share.pppk": _("Jumlah PPPK"),
    "region.system": _("Sistem kode"),
}

QUESTIONS = {
    "regions.areas.count": _("Berapa pemerintah"),
    "regions.areas.pppk_share": _("Bagian PPPK"),
    "regions.areas.region": _("Wilayah dari kodenya"),
}
