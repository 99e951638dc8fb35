"""Names of what changes on open screens. An act publishes names, never content; screens fetch by the ordinary views."""

from uuid import UUID


def person(person_id: UUID) -> str:
    """Something about this person changed: his own pages listen."""
    return f"person:{person_id}"


def unit(unit_id: UUID) -> str:
    """Something about somebody of this unit changed: the boards of its head listen."""
    return f"unit:{unit_id}"


def board(rater_id: UUID) -> str:
    """Something changed for somebody whom this superior rates by his SKP."""
    return f"board:{rater_id}"


def inbox(person_id: UUID) -> str:
    """A person's messages changed."""
    return f"inbox:{person_id}"


def instansi(instansi_id: UUID) -> str:
    """Something the whole government sees changed: a period, a review."""
    return f"instansi:{instansi_id}"
