"""Checks of an installation that need more than the settings: whether each channel outside works."""

from collections.abc import Sequence
from typing import Any

from django.core import checks

from kinerja.base.inbox import channels


@checks.register("channels", deploy=True)
def channels_work(app_configs: Any, **options: Any) -> Sequence[checks.CheckMessage]:
    """One line a channel that the operator configured; connects, sends nothing."""
    found: list[checks.CheckMessage] = []
    for channel in channels.configured():
        wrong = channel.check()
        if wrong:
            found.append(
                checks.Warning(
                    f"Kanal {channel.label} tidak bekerja: {wrong}",
                    hint="docs/how-to/set-up-notices.md",
                    id="kinerja.W020",
                )
            )
        else:
            found.append(checks.Info(f"Kanal {channel.label} bekerja.", id="kinerja.I020"))
    return found
