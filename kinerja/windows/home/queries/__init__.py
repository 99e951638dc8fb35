"""What the person's own pages show. It only asks the rooms; it decides nothing."""

from kinerja.windows.home.queries.notices import Own, notices
from kinerja.windows.home.queries.own import messages, profile, today

__all__ = ["Own", "messages", "notices", "profile", "today"]
