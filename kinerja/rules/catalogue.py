"""Every rule by name, room by room in the order of the cycle.

Importing this also makes every kind of stored verdict readable, so screens that only show receipts import it.
"""

from __future__ import annotations

from kinerja.rules.allowance import catalogue as allowance
from kinerja.rules.assessment import catalogue as assessment
from kinerja.rules.calendar import catalogue as calendar
from kinerja.rules.coaching import catalogue as coaching
from kinerja.rules.development import catalogue as development
from kinerja.rules.discipline import catalogue as discipline
from kinerja.rules.identity import catalogue as identity
from kinerja.rules.monitoring import catalogue as monitoring
from kinerja.rules.planning import catalogue as planning
from kinerja.rules.privacy import catalogue as privacy
from kinerja.rules.regions import catalogue as regions
from kinerja.rules.rewards import catalogue as rewards
from kinerja.rules.rule import Rule
from kinerja.rules.service_quality import catalogue as service_quality

RULES: tuple[Rule, ...] = (
    *identity.RULES,
    *planning.RULES,
    *monitoring.RULES,
    *assessment.RULES,
    *allowance.RULES,
    *rewards.RULES,
    *coaching.RULES,
    *discipline.RULES,
    *development.RULES,
    *service_quality.RULES,
    *privacy.RULES,
    *calendar.RULES,
    *regions.RULES,
)


def rule(name: str) -> Rule:
    """The rule of this name; raises KeyError when there is none."""
    for each in RULES:
        if each.name == name:
            return each
    raise KeyError(name)
