"""What the planner knows of the tables' sizes."""

from django.db import connection


def refresh_statistics() -> None:
    """After a bulk act: without it the planner takes thousands of new rows for none and loops inside loops.

    Measured: the posts of 2,000 people read right after their import took 80 s, with fresh statistics 0.02 s.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT kinerja_refresh_statistics()")
