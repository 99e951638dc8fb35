"""Chance that repeats: the same seed gives the same demonstration, keys included."""

from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID

from kinerja.tools.clock import WIB


def key(random: Random, moment: datetime) -> UUID:
    """A UUID of version 7 for a moment, its random part from the seed."""
    milliseconds = int(moment.timestamp() * 1000)
    number = (milliseconds << 80) | random.getrandbits(80)
    number = number & ~(0xF << 76) | (0x7 << 76)
    return UUID(int=number & ~(0x3 << 62) | (0x2 << 62))


def at(day: date, random: Random, first_hour: int = 13, last_hour: int = 17) -> datetime:
    """A moment of a working afternoon in Jambi."""
    minutes = random.randrange((last_hour - first_hour) * 60)
    return datetime.combine(day, time(first_hour), tzinfo=WIB) + timedelta(minutes=minutes)
