"""Queries per page, written down in queries.json: growth must be meant.

An area calls `assert_as_written(client, "room:page", key)` in its own tests with data of a usual size. A page that got
cheaper fails too, so that the file stays true.
"""

import json
from pathlib import Path
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

FILE = Path(__file__).with_name("queries.json")


def budgets() -> dict[str, int]:
    """Queries by the name of the page's URL: session, account, door and transaction included."""
    written: dict[str, int] = json.loads(FILE.read_text(encoding="utf-8"))
    return written


def count(client: Client, name: str, *args: Any) -> tuple[int, list[str]]:
    """How many queries one reading of a page takes, and which. The first reading warms caches and is not counted."""
    url = reverse(name, args=args)
    assert client.get(url).status_code == 200, f"{name} does not answer 200."
    with CaptureQueriesContext(connection) as spent:
        client.get(url)
    return len(spent), [query["sql"][:200] for query in spent.captured_queries]


def assert_as_written(client: Client, name: str, *args: Any) -> None:
    """The page takes as many queries as the file says."""
    number, statements = count(client, name, *args)
    allowed = budgets().get(name)
    assert number == allowed, (
        f"{name} takes {number} queries, tests/budgets/queries.json says {allowed}. If it is meant, write it there.\n"
        + "\n".join(statements)
    )
