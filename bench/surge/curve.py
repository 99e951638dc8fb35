"""When 12,000 people come in the ten minutes before a deadline: most of them in the last."""

#: (seconds before the deadline until when, people a second)
STEPS = ((300, 8), (120, 20), (60, 40), (0, 60))
BEGIN = 600
PEAK = max(rate for _until, rate in STEPS)


def arrivals(seconds: int) -> list[float]:
    """The moments at which people come in the last `seconds` of the ten minutes, counted from their beginning."""
    moments: list[float] = []
    begin = BEGIN
    for until, rate in STEPS:
        first = min(begin, seconds)
        count = max(0, first - until) * rate
        moments += [seconds - first + n / rate for n in range(count)]
        begin = until
    return moments
