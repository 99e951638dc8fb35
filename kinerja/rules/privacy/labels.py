"""What the rules of privacy call their arguments, parts and questions."""

from __future__ import annotations

from kinerja.rules.wording import gettext_noop as _

LABELS = {
    "PrivacyClock.due": _("Tenggat"),
    "PrivacyClock.late": _("Sudah lewat"),
    "PublicCells.hidden": _("Disembunyikan"),
    "PublicCells.shown": _("Ditampilkan"),
    "Retention.kept_until": _("Disimpan sampai"),
    "Retention.may_be_erased": _("Boleh dimusnahkan"),
    "Retention.shown_until": _("Ditampilkan sampai"),
    "cells.people": _("Jumlah orang tiap sel"),
    "cells.total_is_public": _("Jumlah semua sel terbuka"),
    "due.event": _("Peristiwa"),
    "due.known": _("Diketahui atau diterima pada"),
    "key.kind": _("Jenis data"),
    "key.nip": _("NIP"),
    "key.number": _("Nomor periode"),
    "key.period": _("Jenis periode"),
    "masked.kind": _("Jenis nomor"),
    "may_be_shown.people": _("Jumlah orang"),
    "may_take_effect.approver": _("Pejabat yang menyetujui"),
    "may_take_effect.decision": _("Keputusan"),
    "retention.kind": _("Jenis berkas"),
    "retention.legal_hold": _("Ditahan untuk perkara"),
    "retention.since": _("Dihitung sejak"),
    "retention.years": _("Tahun menurut instansi"),
    "state.at": _("Dilihat pada"),
    "state.event": _("Peristiwa"),
    "state.known": _("Diketahui atau diterima pada"),
}

QUESTIONS = {
    "privacy.clocks.due": _("Kapan tenggatnya"),
    "privacy.clocks.state": _("Sudahkah tenggat lewat"),
    "privacy.exchange_key.key": _("Kunci satu pesan"),
    "privacy.human_decision.may_take_effect": _("Bolehkah keputusan berlaku"),
    "privacy.masking.masked": _("Nomor yang disamarkan"),
    "privacy.retention.retention": _("Sampai kapan disimpan"),
    "privacy.small_cells.cells": _("Sel mana yang disembunyikan"),
    "privacy.small_cells.may_be_shown": _("Bolehkah satu angka terbuka"),
}
