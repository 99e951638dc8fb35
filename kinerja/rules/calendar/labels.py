"""What the rules of calendar call their arguments, parts and questions."""

from __future__ import annotations

from kinerja.rules.wording import gettext_noop as _

LABELS = {
    "DaySpan.begins": _("Hari pertama"),
    "DaySpan.ends": _("Hari terakhir"),
    "WorkingDay.begins": _("Mulai (menit sejak tengah malam)"),
    "WorkingDay.minutes": _("Menit kerja"),
    "after.days": _("Hari kerja"),
    "after.six_days": _("Unit bekerja enam hari"),
    "after.start": _("Sejak"),
    "count.end": _("Hari terakhir"),
    "count.six_days": _("Unit bekerja enam hari"),
    "count.start": _("Hari pertama"),
    "day.ramadan": _("Bulan Ramadan"),
    "day.six_days": _("Unit bekerja enam hari"),
    "day.when": _("Tanggal"),
    "span.begins": _("Hari pertama"),
    "span.ends": _("Hari terakhir"),
    "span.ramadan": _("Bulan Ramadan"),
    "span.six_days": _("Unit bekerja enam hari"),
}

QUESTIONS = {
    "calendar.working_days.after": _("Sekian hari kerja kemudian"),
    "calendar.working_days.count": _("Berapa hari kerja"),
    "calendar.working_time.day": _("Jam kerja satu hari"),
    "calendar.working_time.span": _("Menit kerja beberapa hari"),
}
