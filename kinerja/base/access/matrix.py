"""The permission matrix: action × role → scope. One table an auditor can read; nothing else decides who may what.

A scope is a WHERE: OWN (about me), SUBORDINATES (people I rate today), CHARGED (they, and what was passed on to me),
SEAT (the unit of my post), HEADED (my units and all below them), UNIT (the granted unit and all below it), INSTANSI
(the whole government). A row that is missing is a no.
"""

from enum import StrEnum

from kinerja.base.access.roles import Role

EMPLOYEE, SUPERIOR, UNIT_HEAD = Role.EMPLOYEE, Role.SUPERIOR, Role.UNIT_HEAD
CLERK, AGENCY, INSPECTORATE = Role.PERFORMANCE_CLERK, Role.AGENCY, Role.INSPECTORATE
LEADERSHIP, AUDITOR, OPERATOR = Role.LEADERSHIP, Role.AUDITOR, Role.OPERATOR


class Scope(StrEnum):
    """How far a permission reaches."""

    OWN = "OWN"
    SUBORDINATES = "SUBORDINATES"
    CHARGED = "CHARGED"
    SEAT = "SEAT"
    HEADED = "HEADED"
    UNIT = "UNIT"
    INSTANSI = "INSTANSI"


OWN, SUBORDINATES, CHARGED, HEADED = Scope.OWN, Scope.SUBORDINATES, Scope.CHARGED, Scope.HEADED
SEAT, UNIT, INSTANSI = Scope.SEAT, Scope.UNIT, Scope.INSTANSI

# fmt: off
MATRIX: dict[str, dict[Role, Scope]] = {
    # home and inbox
    "home.see": {EMPLOYEE: OWN},
    "inbox.read": {EMPLOYEE: OWN},
    "notices.set": {EMPLOYEE: OWN},
    "notices.manage": {AGENCY: INSTANSI},
    # who rates me
    "rater.dispute": {EMPLOYEE: OWN},
    "rater.settle": {AGENCY: INSTANSI},
    # the personnel agency
    "person.read": {AGENCY: INSTANSI, INSPECTORATE: INSTANSI, AUDITOR: INSTANSI},
    "person.change": {AGENCY: INSTANSI},
    "unit.read": {AGENCY: INSTANSI, INSPECTORATE: INSTANSI, LEADERSHIP: INSTANSI, AUDITOR: INSTANSI},
    "unit.change": {AGENCY: INSTANSI},
    "position.change": {AGENCY: INSTANSI},
    "assignment.change": {AGENCY: INSTANSI},
    "team.change": {AGENCY: INSTANSI},
    "role.grant": {AGENCY: INSTANSI, OPERATOR: INSTANSI},
    "system.manage": {AGENCY: INSTANSI},
    "calendar.change": {AGENCY: INSTANSI},
    "import.run": {AGENCY: INSTANSI},
    "activation.issue": {AGENCY: INSTANSI},
    "agency.see": {AGENCY: INSTANSI, AUDITOR: INSTANSI},
    "ledger.read": {AGENCY: INSTANSI, INSPECTORATE: INSTANSI, AUDITOR: INSTANSI},
    # service quality
    "service.read": {EMPLOYEE: INSTANSI},
    "service.manage": {UNIT_HEAD: HEADED, CLERK: UNIT, AGENCY: INSTANSI},
    "volume.read": {EMPLOYEE: SEAT, UNIT_HEAD: HEADED, CLERK: UNIT, AGENCY: INSTANSI, INSPECTORATE: INSTANSI,
                    AUDITOR: INSTANSI},
    "volume.import": {UNIT_HEAD: HEADED, CLERK: UNIT, AGENCY: INSTANSI},
    "delivery.read": {EMPLOYEE: OWN, AGENCY: INSTANSI, AUDITOR: INSTANSI},
    "delivery.apply": {EMPLOYEE: OWN},
    "volume.enter": {EMPLOYEE: SEAT, UNIT_HEAD: HEADED, CLERK: UNIT},
    # planning
    "period.manage": {AGENCY: INSTANSI},
    "iku.manage": {UNIT_HEAD: HEADED, CLERK: UNIT, AGENCY: INSTANSI},
    "iku.read": {EMPLOYEE: INSTANSI},
    "agreement.sign": {UNIT_HEAD: HEADED},
    "skp.write": {EMPLOYEE: OWN},
    "skp.read": {EMPLOYEE: OWN, SUPERIOR: SUBORDINATES, UNIT_HEAD: HEADED, CLERK: UNIT, AGENCY: INSTANSI,
                 INSPECTORATE: INSTANSI, AUDITOR: INSTANSI},
    "skp.decide": {SUPERIOR: SUBORDINATES},
    # reporting
    "report.submit": {EMPLOYEE: OWN},
    "report.correct": {EMPLOYEE: OWN},
    "report.read": {EMPLOYEE: OWN, SUPERIOR: SUBORDINATES, UNIT_HEAD: HEADED, INSPECTORATE: INSTANSI, AUDITOR: INSTANSI},
    "report.decide": {SUPERIOR: SUBORDINATES},
    "report_template.manage": {AGENCY: INSTANSI},
    "burden.read": {UNIT_HEAD: HEADED, AGENCY: INSTANSI, AUDITOR: INSTANSI},
    "load.read": {AGENCY: INSTANSI, AUDITOR: INSTANSI},
    "filling.manage": {AGENCY: INSTANSI},
    "filling.open": {UNIT_HEAD: HEADED, AGENCY: INSTANSI},
    "evidence.read": {EMPLOYEE: OWN, SUPERIOR: SUBORDINATES, INSPECTORATE: INSTANSI},
    "evidence.remove": {EMPLOYEE: OWN, SUPERIOR: SUBORDINATES, AGENCY: INSTANSI, INSPECTORATE: INSTANSI},
    # monitoring
    "team.watch": {SUPERIOR: SUBORDINATES},
    "unit.watch": {UNIT_HEAD: HEADED, AGENCY: INSTANSI, INSPECTORATE: INSTANSI, LEADERSHIP: INSTANSI, AUDITOR: INSTANSI},
    "display.manage": {UNIT_HEAD: HEADED, AGENCY: INSTANSI},
    "alert.read": {EMPLOYEE: OWN, SUPERIOR: CHARGED, UNIT_HEAD: HEADED},
    "alert.answer": {SUPERIOR: CHARGED, UNIT_HEAD: HEADED},
    "alert.ask": {EMPLOYEE: OWN},
    "alert.overview": {AGENCY: INSTANSI, INSPECTORATE: INSTANSI, LEADERSHIP: INSTANSI, AUDITOR: INSTANSI},
    "talk.plan": {SUPERIOR: SUBORDINATES},
    "talk.read": {EMPLOYEE: OWN, SUPERIOR: SUBORDINATES},
    "feedback.give": {SUPERIOR: SUBORDINATES},
    "feedback.read": {EMPLOYEE: OWN, SUPERIOR: SUBORDINATES},
    # assessment
    "review.manage": {AGENCY: INSTANSI},
    "unit_predicate.set": {UNIT_HEAD: HEADED, LEADERSHIP: INSTANSI},
    "assessment.rate": {SUPERIOR: SUBORDINATES},
    "assessment.read": {EMPLOYEE: OWN, SUPERIOR: SUBORDINATES, AGENCY: INSTANSI, INSPECTORATE: INSTANSI,
                        AUDITOR: INSTANSI},
    "receipts.export": {AGENCY: INSTANSI, INSPECTORATE: INSTANSI, AUDITOR: INSTANSI},
}
# fmt: on
