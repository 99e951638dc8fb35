from django.apps import AppConfig

from kinerja.areas.planning import verbs


class PlanningConfig(AppConfig):
    name = "kinerja.areas.planning"
    label = "planning"
    default_auto_field = "django.db.models.BigAutoField"
    #: importing them lists them in the ledger
    verbs = verbs
