"""Units, posts, people, and who holds what when. Nothing here is overwritten: a change is a dated row."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange as _Range
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from kinerja.base.accounts.models import User
from kinerja.base.tenancy.models import TenantForeignKey, TenantModel
from kinerja.rules.codes import Jenjang, PositionKind, Sex


class During(models.QuerySet[Any]):
    """Rows with a `during` period of days (upper day excluded, None: still so)."""

    def on(self, day: date) -> Any:
        """The rows in force on a day."""
        return self.filter(during__contains=day)

    def after(self, day: date) -> Any:
        """The rows in force on a day or beginning later: whatever a change on that day would touch."""
        return self.filter(during__overlap=_Range(day, None))


class AssignmentQuerySet(During):
    def definitive(self) -> "AssignmentQuerySet":
        """Posts held for good, without Plt. and Plh."""
        return self.filter(kind="DEFINITIF")

    def acting(self) -> "AssignmentQuerySet":
        """Plt. and Plh."""
        return self.exclude(kind="DEFINITIF")


class UnitPeriodQuerySet(During):
    def changes_after(self, day: date) -> list[date]:
        """The days after `day` on which any unit changes its name or place."""
        begins = self.filter(during__startswith__gt=day).values_list("during__startswith", flat=True)
        return sorted(set(begins))


class UnitQuerySet(models.QuerySet["Unit"]):
    def existing(self) -> "UnitQuerySet":
        """Units that have not been closed."""
        return self.filter(closed_on__isnull=True)

    def below(self, unit: "Unit") -> "UnitQuerySet":
        """The units right below another one, by name."""
        return self.filter(parent=unit).order_by("name")

    def chosen(self, key: str) -> "Unit | None":
        """The unit an address names; None for no key or none that exists."""
        try:
            return self.filter(pk=UUID(key)).first()
        except ValueError:
            return None

    def search(self, text: str) -> "UnitQuerySet":
        return self.filter(Q(name__icontains=text) | Q(siasn_id__iexact=text)) if text else self


class Unit(TenantModel):
    """A unit of the organisation (unor). `name` and `parent` are today's; `UnitPeriod` holds every day's."""

    reaches = {"unit": "pk"}

    class Kind(models.TextChoices):
        PEMERINTAH_DAERAH = "PEMDA", _("Pemerintah daerah")
        SEKRETARIAT = "SETDA", _("Sekretariat")
        DINAS = "DINAS", _("Dinas atau badan")
        BIDANG = "BIDANG", _("Bidang atau bagian")
        SEKSI = "SEKSI", _("Seksi atau subbagian")
        UPTD = "UPTD", _("UPTD")
        PUSKESMAS = "PUSKESMAS", _("Puskesmas")
        SEKOLAH = "SEKOLAH", _("Sekolah")
        LAIN = "LAIN", _("Unit lain")

    siasn_id = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.LAIN)
    parent = TenantForeignKey("self", null=True, blank=True, related_name="children")
    echelon = models.CharField(max_length=10, blank=True)
    #: Jabatan pimpinan, as the units file names it
    head_title = models.CharField(max_length=200, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    is_fictitious = models.BooleanField(default=False)

    objects = UnitQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["instansi", "siasn_id"], name="organization_unit_siasn")
        ]
        indexes = [models.Index(fields=["instansi", "parent"], name="organization_unit_parent")]

    def __str__(self) -> str:
        return self.name


class UnitPeriod(TenantModel):
    """What a unit was called and where it stood in the tree, day by day."""

    unit = TenantForeignKey(Unit, related_name="periods")
    name = models.CharField(max_length=200)
    parent = TenantForeignKey(Unit, null=True, related_name="child_periods")
    during = DateRangeField()

    objects = UnitPeriodQuerySet.as_manager()

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="organization_unitperiod_one",
                expressions=[
                    ("instansi", RangeOperators.EQUAL),
                    ("unit", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
            )
        ]


class Position(TenantModel):
    """A post in a unit. The head's post has one seat; a functional or executive title may have many holders."""

    unit = TenantForeignKey(Unit, related_name="positions")
    title = models.CharField(max_length=200)
    kind = models.CharField(
        max_length=16, choices=[("KEPALA_DAERAH", _("kepala daerah")), *PositionKind.choices()]
    )
    jenjang = models.CharField(max_length=20, choices=Jenjang.choices(), blank=True)
    job_class = models.PositiveSmallIntegerField("Kelas jabatan", null=True, blank=True)
    is_head = models.BooleanField(default=False)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["instansi", "unit", "title"], name="organization_position_title"),
            models.UniqueConstraint(
                fields=["instansi", "unit"],
                condition=Q(is_head=True, closed_on__isnull=True),
                name="organization_position_one_head",
            ),
            models.CheckConstraint(
                condition=Q(job_class__isnull=True) | Q(job_class__range=(1, 17)),
                name="organization_position_class",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class PersonQuerySet(models.QuerySet["Person"]):
    def working(self) -> "PersonQuerySet":
        """People still in service."""
        return self.filter(left_on__isnull=True)

    def serving(self, day: date) -> "PersonQuerySet":
        """People in service on a day."""
        return self.filter(Q(left_on__isnull=True) | Q(left_on__gt=day))

    def without_password(self, unit: Unit, day: date) -> "PersonQuerySet":
        """People who work in a unit on a day and have never chosen a password."""
        new = User.objects.filter(is_active=True, password__startswith=UNUSABLE_PASSWORD_PREFIX)
        here = Assignment.objects.on(day).filter(unit=unit, kind="DEFINITIF").values("person_id")
        return self.serving(day).filter(pk__in=here).filter(pk__in=new.values("pk")).order_by("name")

    def left_by(self, day: date) -> "PersonQuerySet":
        """People who no longer serve on a day."""
        return self.filter(left_on__lte=day)

    def search(self, text: str) -> "PersonQuerySet":
        """By name or NIP."""
        return self.filter(Q(name__icontains=text) | Q(nip__startswith=text)) if text else self


class Person(TenantModel):
    """A civil servant. `id` is the id of the account in accounts.User. The NIK itself is not kept."""

    class Status(models.TextChoices):
        PNS = "PNS", _("PNS")
        CPNS = "CPNS", _("CPNS")
        PPPK = "PPPK", _("PPPK")
        PPPK_PARUH_WAKTU = "PPPK_PW", _("PPPK Paruh Waktu")
        NON_ASN = "NON_ASN", _("Bukan ASN")

    reaches = {"person": "id", "unit": "assignments__unit_id"}

    nip = models.CharField("NIP", max_length=18)
    siasn_id = models.CharField(max_length=64, blank=True)
    name = models.CharField(max_length=150)
    title_before = models.CharField("Gelar depan", max_length=60, blank=True)
    title_after = models.CharField("Gelar belakang", max_length=100, blank=True)
    birth_date = models.DateField(null=True, blank=True)
    sex = models.CharField(max_length=1, choices=Sex.choices(), blank=True)
    status = models.CharField(max_length=8, choices=Status.choices)
    #: Kedudukan hukum, as SIASN names it ("Aktif", "CLTN", …)
    standing = models.CharField(max_length=60, blank=True)
    golongan = models.CharField(max_length=6, blank=True)
    golongan_since = models.DateField(null=True, blank=True)
    cpns_since = models.DateField(null=True, blank=True)
    education = models.CharField(max_length=60, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    nik_hmac = models.CharField(max_length=64, blank=True)
    nik_last4 = models.CharField(max_length=4, blank=True)
    left_on = models.DateField(null=True, blank=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["instansi", "nip"], name="organization_person_nip")]
        indexes = [models.Index(fields=["instansi", "name"], name="organization_person_name")]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """The name with titles, as letters write it."""
        front = f"{self.title_before} " if self.title_before else ""
        back = f", {self.title_after}" if self.title_after else ""
        return f"{front}{self.name}{back}"

    @property
    def initials(self) -> str:
        words = [word for word in self.name.split() if word[:1].isalpha()]
        return "".join(word[0].upper() for word in words[:2])


class Assignment(TenantModel):
    """Who holds which post on which days. One definitive post a person a day; one definitive holder of a head's post."""

    class Kind(models.TextChoices):
        DEFINITIVE = "DEFINITIF", _("Definitif")
        PLT = "PLT", _("Pelaksana tugas (Plt.)")
        PLH = "PLH", _("Pelaksana harian (Plh.)")

    person = TenantForeignKey(Person, related_name="assignments")
    position = TenantForeignKey(Position, related_name="assignments")
    #: the position's unit, repeated so that "who works here" is one indexed read
    unit = TenantForeignKey(Unit, related_name="assignments")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.DEFINITIVE)
    #: whether the post has a single seat (a head's post), repeated for the exclusion constraint
    single_seat = models.BooleanField(default=False)
    during = DateRangeField()
    decree = models.CharField("Nomor SK", max_length=100, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="organization_assignment_one_post",
                expressions=[
                    ("instansi", RangeOperators.EQUAL),
                    ("person", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
                condition=Q(kind="DEFINITIF"),
            ),
            ExclusionConstraint(
                name="organization_assignment_one_seat",
                expressions=[
                    ("instansi", RangeOperators.EQUAL),
                    ("position", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
                condition=Q(single_seat=True, kind="DEFINITIF"),
            ),
            models.CheckConstraint(
                condition=Q(during__isempty=False), name="organization_assignment_some_day"
            ),
        ]
        indexes = [models.Index(fields=["instansi", "unit"], name="organization_assignment_unit")]


class RaterOverride(TenantModel):
    """A named exception to the line of superiors: "rated by X from … until …", with its reason or decree."""

    person = TenantForeignKey(Person, related_name="rater_overrides")
    rater = TenantForeignKey(Person, related_name="rates_by_override")
    during = DateRangeField()
    reason = models.CharField(max_length=300)

    objects = During.as_manager()

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="organization_rateroverride_one",
                expressions=[
                    ("instansi", RangeOperators.EQUAL),
                    ("person", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                condition=~Q(person=F("rater")), name="organization_rateroverride_not_self"
            ),
        ]


class RaterDispute(TenantModel):
    """ "Atasan saya salah": a named person has to settle it by a due date."""

    class State(models.TextChoices):
        OPEN = "TERBUKA", _("Menunggu")
        SETTLED = "SELESAI", _("Selesai")

    person = TenantForeignKey(Person, related_name="rater_disputes")
    shown_rater = TenantForeignKey(Person, null=True, related_name="+")
    proposed_rater = TenantForeignKey(Person, null=True, blank=True, related_name="+")
    explanation = models.TextField()
    owner = TenantForeignKey(Person, related_name="owned_disputes")
    due_on = models.DateField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    answer = models.TextField(blank=True)
    filed_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled_by = TenantForeignKey(Person, null=True, related_name="+")


class Team(TenantModel):
    """A team across units (tim kerja). Its leader gives input and does not replace the rater."""

    name = models.CharField(max_length=200)
    leader = TenantForeignKey(Person, related_name="leads_teams")
    unit = TenantForeignKey(Unit, related_name="teams")
    decree = models.CharField("Nomor SK", max_length=100, blank=True)
    during = DateRangeField()

    objects = During.as_manager()

    def __str__(self) -> str:
        return self.name


class TeamMember(TenantModel):
    team = TenantForeignKey(Team, related_name="members")
    person = TenantForeignKey(Person, related_name="team_memberships")
    role = models.CharField(max_length=100, blank=True)
    during = DateRangeField()

    objects = During.as_manager()

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="organization_teammember_once",
                expressions=[
                    ("instansi", RangeOperators.EQUAL),
                    ("team", RangeOperators.EQUAL),
                    ("person", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
            )
        ]


class Change(TenantModel):
    """What changed about a unit, post or person: old, new, from which day. The history pages read this."""

    subject_type = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    field = models.CharField(max_length=60)
    old = models.TextField(blank=True)
    new = models.TextField(blank=True)
    effective_on = models.DateField()
    at = models.DateTimeField()
    by_id = models.UUIDField(null=True)
    source = models.CharField(max_length=60, blank=True)

    class Meta:
        indexes = [models.Index(fields=["instansi", "subject_id", "-at"], name="organization_change_subject")]


class DateRange(Func):
    """daterange(a, b) in SQL."""

    function = "daterange"
    output_field = DateRangeField()
