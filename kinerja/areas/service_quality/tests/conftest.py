"""A service of Puskesmas 01 on a working day in the middle of the year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from kinerja.tools import clock

if TYPE_CHECKING:
    from kinerja.areas.service_quality.models import Service
    from kinerja.base.organization.tests.cast import Cast

#: models may be imported only once the apps are loaded, and this file is read before
FACTORIES = "kinerja.areas.service_quality.tests.factories"


@pytest.fixture(autouse=True)
def _middle_of_the_year() -> Iterator[None]:
    with clock.at(date(2026, 7, 1)):
        yield


@pytest.fixture
def visits(kota: Cast) -> Service:
    service: Service = import_module(FACTORIES).make_service(kota.puskesmas, code="PKM01-RJ")
    return service


@pytest.fixture
def antenatal(kota: Cast) -> Service:
    service: Service = import_module(FACTORIES).make_antenatal(kota.puskesmas)
    return service
