"""1,000 reports from a workbook: looked at, imported, the same file again (goal: 2 s in all for look and import).

python -m bench reports
"""

import time
from datetime import date, timedelta

from bench.own import own_database

LINES, DAYS = 8, 125


def measure() -> dict[str, float]:
    """Seconds of each step."""
    from kinerja.areas.planning.tests import factories as planning
    from kinerja.areas.reporting import actions
    from kinerja.areas.reporting.tests.test_import import workbook
    from kinerja.base.organization.tests.factories import make_head, make_instansi, make_member, make_unit
    from kinerja.base.tenancy.context import inside
    from kinerja.tools import clock

    instansi, seconds = make_instansi("kota-ukur", "Instansi ukur"), {}
    first = date(2026, 1, 5)
    with clock.at(date(2026, 7, 1)):
        with inside(instansi.pk):
            unit = make_unit("Puskesmas ukur")
            make_head(unit, "Sari Ukur")
            nurse = make_member(unit, "Budi Ukur")
            rhk = planning.make_rhk(planning.make_skp(nurse))
            names = [planning.make_indicator(rhk, f"Indikator {n}").name for n in range(LINES)]
        rows = [[first + timedelta(days=n), name, 1 + n % 9, "", ""] for n in range(DAYS) for name in names]
        file = workbook(rows)
        for attempt in ("", "again "):
            for what in ("look", "import"):
                started = time.perf_counter()
                with inside(instansi.pk):
                    if what == "look":
                        run = actions.receive_file("ukur.xlsx", [file], by=nurse)
                    else:
                        actions.apply_import(run, by=nurse)
                seconds[f"{attempt}{what}"] = time.perf_counter() - started
            assert (run.read, run.faulty) == (LINES * DAYS, 0), run.faults
    assert run.new == 0  # the second time everything is there
    return seconds


def show() -> None:
    with own_database():
        for name, value in measure().items():
            print(f"- {name}: {value:.2f} s")


if __name__ == "__main__":
    show()
