"""The table of ways in: link, who sees it (an action of the matrix), where. In the order of the performance cycle."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kinerja.base.access.principal import Principal
from kinerja.base.access.scopes import may


@dataclass(frozen=True, slots=True)
class Way:
    """One link: its text, the name of its URL, the action that opens it, its icon; `leader` for those who rate somebody."""

    label: Any
    url_name: str
    action: str
    icon: str
    leader: bool = False


GROUPS: tuple[tuple[Any, tuple[Way, ...]], ...] = (
    (_("Hari ini"), (
        Way(_("Hari ini"), "home:today", "home.see", "house"),
        Way(_("Kotak masuk"), "home:inbox", "inbox.read", "inbox"),
    )),
    (_("Rencana"), (
        Way(_("SKP saya"), "planning:mine", "skp.write", "clipboard-check"),
        Way(_("SKP Bawahan"), "planning:team", "skp.decide", "people", leader=True),
        Way(_("Perjanjian Kinerja dan IKU"), "planning:agreements", "iku.read", "bullseye"),
    )),
    (_("Laporan"), (
        Way(_("Catat progres"), "reporting:new", "report.submit", "plus-circle"),
        Way(_("Kalender"), "reporting:calendar", "report.submit", "calendar3"),
        Way(_("Impor laporan"), "reporting:imports", "report.submit", "file-up"),
    )),
    (_("Layanan"), (
        Way(_("Layanan"), "service_quality:catalogue", "service.read", "clipboard-data"),
    )),
    (_("Pantau"), (
        Way(_("Tim saya"), "monitoring:team", "team.watch", "speedometer", leader=True),
        Way(_("Papan unit"), "monitoring:units", "unit.watch", "building"),
        Way(_("Persetujuan"), "monitoring:queue", "report.decide", "check2-square", leader=True),
        Way(_("Pembukaan kembali"), "reporting:openings", "filling.open", "key", leader=True),
        Way(_("Peringatan dini"), "monitoring:alerts", "alert.read", "bell"),
        Way(_("Beban formulir"), "reporting:burden", "burden.read", "gauge", leader=True),
        Way(_("Dialog kinerja"), "monitoring:talks", "talk.read", "calendar"),
        Way(_("Umpan balik"), "monitoring:feedback", "feedback.read", "chat"),
    )),
    (pgettext_lazy("menu", "Nilai"), (
        Way(_("Penilaian saya"), "assessment:mine", "assessment.read", "receipt"),
        Way(_("Penilaian Bawahan"), "assessment:team", "assessment.rate", "award", leader=True),
        Way(_("Predikat unit"), "assessment:units", "unit_predicate.set", "building", leader=True),
    )),
    (_("Kepegawaian"), (
        Way(_("Pusat kendali"), "agency:home", "agency.see", "grid"),
        Way(_("Ringkasan peringatan"), "monitoring:overview", "alert.overview", "bell"),
        Way(_("Impor data SIASN"), "siasn:imports", "import.run", "upload"),
        Way(_("Templat laporan"), "reporting:post_templates", "report_template.manage", "clipboard-data"),
        Way(_("Batas pengisian laporan"), "reporting:filling_rule", "filling.manage", "calendar-check"),
        Way(_("Beban formulir"), "reporting:burden", "report_template.manage", "gauge"),
        Way(_("Beban sistem"), "reporting:load", "load.read", "speedometer"),
    )),
    (_("Pengawasan"), (
        Way(_("Pegawai"), "agency:people", "person.read", "people"),
        Way(_("Kwitansi"), "agency:receipts", "receipts.export", "receipt"),
        Way(_("Buku besar"), "agency:ledger", "ledger.read", "shield-check"),
    )),
)  # fmt: skip

#: the five places of the phone's bottom bar
PLACES = (
    ("home:today", _("Hari ini"), "house"),
    ("planning:mine", _("SKP"), "clipboard-check"),
    ("reporting:new", _("Catat"), "plus-circle"),
    ("reporting:calendar", _("Kalender"), "calendar3"),
    ("assessment:mine", pgettext_lazy("menu", "Nilai"), "receipt"),
)


@cache
def address(url_name: str) -> str | None:
    """Where a named page is; None while its room is not built."""
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return None


def _link(label: Any, url_name: str, icon: str, path: str) -> dict[str, Any]:
    url = address(url_name)
    current = path == url or (url != "/" and url is not None and path.startswith(url))
    return {"url": url, "label": label, "icon": icon, "current": current}


def groups_for(who: Principal, path: str) -> list[dict[str, Any]]:
    """The navigation of one person."""
    groups = []
    for label, ways in GROUPS:
        items = [
            _link(way.label, way.url_name, way.icon, path)
            for way in ways
            if may(who, way.action)
            and (who.leads or not way.leader or _granted(who, way))
            and address(way.url_name)
        ]
        if items:
            groups.append({"label": label, "items": items})
    _only_the_nearest([item for group in groups for item in group["items"]])
    return groups


def _only_the_nearest(items: list[dict[str, Any]]) -> None:
    """Of the links whose address begins that of the page, only the longest stands for where one is."""
    here = [item for item in items if item["current"]]
    for item in here:
        item["current"] = len(item["url"]) == max(len(each["url"]) for each in here)


def _granted(who: Principal, way: Way) -> bool:
    return way.action == "unit_predicate.set" and may(who, way.action)


#: in the person's menu: everybody's own
ACCOUNT = (
    ("home:profile", _("Profil saya"), "person"),
    ("home:notices", _("Pemberitahuan"), "bell"),
    ("reporting:burden_mine", _("Waktu saya di formulir"), "clock"),
    ("account_change_password", _("Ganti kata sandi"), "key"),
)


def account_links(path: str) -> list[dict[str, Any]]:
    """The person's own menu."""
    return [_link(label, name, icon, path) for name, label, icon in ACCOUNT]


def places_for(who: Principal, path: str) -> list[dict[str, Any]]:
    """The five places of the phone's bottom bar."""
    return [_link(label, name, icon, path) for name, label, icon in PLACES if address(name)]
