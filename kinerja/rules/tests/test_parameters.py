"""Every figure has a day, a unit and a source."""

import ast
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, Standing

ON = date(2026, 3, 1)
RULES = Path(parameters.__file__).parent
#: numbers that belong to arithmetic, the calendar or the form of a number, and to no regulation
HARMLESS = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 100}
#: places and lengths of digits, the female day of a NIK (40), the calendar, the length of a quoted text
BY_FILE = {
    # how much a stranger may send
    "inputs.py": {30, 40, 80, 2_000, 20_000, 1_000_000},
    "asking.py": {80},
    "replay.py": {60, 120, 65_536, 10_000_000},
    "parameters.py": {1_024, 8_192},
    "identity/nip.py": {14, 15, 40, 1945, 17, 9999},
    "identity/nik.py": {16, 40, 2000},
    "identity/golongan.py": {40},
    "identity/position_kinds.py": {80},
    "working_days.py": {366},
    "wording.py": {200},
    "assessment/objection.py": {366},
    "planning/deadlines.py": {28, 29, 30},
    "assessment/distribution.py": {10_000},
    # millionths, weights of 20 binary places, precision, sizes of caches
    "monitoring/course.py": {64, 365, 512, 1_000_000},
    "monitoring/estimate.py": {400},
    "monitoring/fading.py": {20, 961_548},
    "monitoring/forecast.py": {26, 64, 9_999},
    "monitoring/series.py": {80, 1_000_000},
    # minutes and months, the seventeen classes, sizes of caches
    "money.py": {4_096},
    "allowance/perkada.py": {17, 40, 60, 120, 1_440},
    "allowance/rule_sets.py": {512},
    "allowance/attendance_codes.py": {31},
    "allowance/tpp_criteria.py": {744},
    # days and minutes that a year and a day can have
    "discipline/legal_status.py": {1_200},
    "discipline/absence.py": {366, 1_440},
    "discipline/absence_calendar.py": {31, 1_440},
    "allowance/event_cuts.py": {60},
    "allowance/monthly_payment.py": {60},
}


@pytest.fixture
def figures(monkeypatch):
    """Two versions of one figure, the second from 2025 on."""

    def version(number, start, end):
        return parameters.Figure("x", "", Decimal(number), "hari", Citation("Aturan", "", start, end))

    old = version(10, date(2020, 1, 1), date(2024, 12, 31))
    new = version("12.5", date(2025, 1, 1), None)
    monkeypatch.setattr(parameters, "figures", lambda: {"x": (old, new)})


@pytest.mark.usefixtures("figures")
@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2020, 1, 1), Decimal(10)),
        (date(2024, 12, 31), Decimal(10)),
        (date(2025, 1, 1), Decimal("12.5")),
        (date(2099, 1, 1), Decimal("12.5")),
    ],
)
def test_the_day_decides_which_version_holds(on, expected):
    assert parameters.value("x", on=on) == expected


@pytest.mark.usefixtures("figures")
def test_before_the_first_version_there_is_no_figure():
    with pytest.raises(parameters.NoFigure, match="31 Desember 2019"):
        parameters.value("x", on=date(2019, 12, 31))


def test_an_unknown_name_is_no_figure():
    with pytest.raises(parameters.NoFigure, match="tidak.ada"):
        parameters.value("tidak.ada", on=ON)


@pytest.mark.usefixtures("figures")
def test_a_count_must_be_whole():
    assert parameters.whole("x", on=date(2020, 1, 1)) == 10
    with pytest.raises(ValueError, match="not a whole number"):
        parameters.whole("x", on=ON)


def every_figure():
    return [
        pytest.param(each, id=each.name) for versions in parameters.figures().values() for each in versions
    ]


@pytest.mark.parametrize("figure", every_figure())
def test_every_figure_says_what_it_is_and_where_it_comes_from(figure):
    assert figure.meaning
    assert figure.unit
    assert figure.cite.in_force_from
    assert figure.cite.page
    assert isinstance(figure.value, Decimal)
    if figure.cite.standing is Standing.SOURCE:
        assert figure.cite.sources


def test_versions_of_a_figure_stand_in_order_and_do_not_overlap():
    for name, versions in parameters.figures().items():
        for earlier, later in zip(versions, versions[1:], strict=False):
            assert earlier.cite.in_force_until is not None, name
            assert earlier.cite.in_force_until < later.cite.in_force_from, name


def test_versions_are_put_in_order_whatever_the_order_of_the_file(tmp_path, monkeypatch):
    row = '[[figure]]\nname = "x"\nmeaning = "m"\nunit = "hari"\nregulation = "A"\nstanding = "known"\npage = "1"\n'
    new, old = (
        row + "value = 2\nfrom = 2025-01-01\n",
        row + "value = 1\nfrom = 2020-01-01\nuntil = 2024-12-31\n",
    )
    (tmp_path / "x.toml").write_text(new + old, "utf-8")
    monkeypatch.setattr(parameters, "FOLDER", tmp_path)
    read = parameters.figures.__wrapped__()

    assert [version.value for version in read["x"]] == [1, 2]


def test_every_figure_is_asked_for_by_some_rule():
    code = "".join(path.read_text("utf-8") for path in RULES.rglob("*.py") if "tests" not in path.parts)
    composed = (
        "achievement.band.",
        "forecast.",
        "organisation.",
        "allowance.example.",
        "credit.",
        "legacy.value.",
    )

    for name in [*parameters.figures(), *parameters.tables()]:
        assert f'"{name}"' in code or name.startswith(composed), name


def rule_files():
    return [
        path
        for path in sorted(RULES.rglob("*.py"))
        if "tests" not in path.parts and path.name != "conftest.py"
    ]


@pytest.mark.parametrize("path", rule_files(), ids=lambda path: str(path.relative_to(RULES)))
def test_no_number_of_a_regulation_stands_in_code(path):
    """A figure belongs into `parameters/*.toml`; dates of citations are the only other numbers."""
    tree = ast.parse(path.read_text("utf-8"))
    dates = {
        number
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "date"
        for number in ast.walk(call)
    }
    allowed = HARMLESS | BY_FILE.get(path.relative_to(RULES).as_posix(), set())
    found = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, int | float)
        and not isinstance(node.value, bool)
        and node not in dates
    }

    assert found <= allowed
    assert not any(isinstance(number, float) for number in found)
