"""Minutes of a day as people write the hour."""

from django import template

register = template.Library()


@register.filter
def jam(minute: int) -> str:
    """420 → 07.00."""
    return f"{minute // 60:02d}.{minute % 60:02d}"
