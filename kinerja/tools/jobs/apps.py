from django.apps import AppConfig

from kinerja.tools.jobs import rescue, schedule


class JobsConfig(AppConfig):
    """Stands after `procrastinate.contrib.django` in INSTALLED_APPS; that one imports every area's
    `jobs.py`.
    """

    name = "kinerja.tools.jobs"

    def ready(self) -> None:
        schedule.register(rescue.app)
