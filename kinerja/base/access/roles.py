"""The roles. Three follow from what a person is; the others are granted, with a unit and dates."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """Who a person is to the product."""

    EMPLOYEE = "PEGAWAI", _("Pegawai")
    SUPERIOR = "PENILAI", _("Pejabat penilai kinerja")
    UNIT_HEAD = "PIMPINAN", _("Pimpinan unit")
    PERFORMANCE_CLERK = "PENGELOLA", _("Pengelola kinerja")
    AGENCY = "KEPEGAWAIAN", _("Pengelola kepegawaian (BKD/BKPSDM)")
    INSPECTORATE = "INSPEKTORAT", _("Inspektorat")
    LEADERSHIP = "PIMPINAN_DAERAH", _("Pimpinan daerah")
    AUDITOR = "AUDITOR", _("Auditor (hanya baca)")
    OPERATOR = "OPERATOR", _("Operator instalasi")


#: not granted by anybody: everybody is an employee, whoever rates is a superior, whoever holds a head's post is a head
DERIVED = frozenset({Role.EMPLOYEE, Role.SUPERIOR, Role.UNIT_HEAD})
GRANTABLE = tuple(role for role in Role if role not in DERIVED)
