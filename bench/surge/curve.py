"""When 12,000 people come in the ten minutes before a deadline: most of them in the last."""

#: (seconds before the deadline until when, people a second)
STEPS = ((300, 8), (120, 20), (60, 40), (0, 60))
BEGIN = 600
PEAK = max(rate for _until, rate in STEPS)


def arrivals(seconds: int) -> list[tuple[float, int]]:
    """When people come in the last `seconds` of the ten minutes, counted from their beginning, and at what rate."""
    moments: list[tuple[float, int]] = []
    begin = BEGIN
    for until, rate in STEPS:
        first = min(begin, seconds)
        count = max(0, first - until) * rate
        moments += [(seconds - first + n / rate, rate) for n in range(count)]
        begin = until
    return moments
