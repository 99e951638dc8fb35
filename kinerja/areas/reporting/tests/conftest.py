"""Budi's agreed SKP with one indicator, on a working day in the middle of the year; files go to a folder of the test."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kinerja.areas.planning.models import Indicator
from kinerja.areas.reporting.tests.factories import make_patients
from kinerja.areas.reporting.tests.stages import Stage
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools import clock

TODAY = date(2026, 7, 1)


@pytest.fixture(autouse=True)
def _middle_of_the_year() -> Iterator[None]:
    with clock.at(TODAY):
        yield


@pytest.fixture(autouse=True)
def evidence_folder(settings: Any, tmp_path: Path) -> Path:
    settings.EVIDENCE_DIR = tmp_path / "evidence"
    return tmp_path / "evidence"


@pytest.fixture
def patients(kota: Cast) -> Indicator:
    """Patients served to standard: 600 in the year, Budi's."""
    return make_patients(kota.budi)


@pytest.fixture
def stage(own_database: None) -> Stage:
    """A nurse, her superior and an indicator on real connections."""
    return Stage()
