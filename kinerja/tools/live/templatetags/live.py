"""`{% live %}`: what makes a part of a page hear that it changed. See the tool's README."""

from django import template
from django.conf import settings
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from kinerja.tools import clock
from kinerja.tools.live import topics

register = template.Library()


@register.simple_tag(takes_context=True)
def live(context: Context, *wanted: str | list[str]) -> SafeString:
    """Attributes of a fragment that hears `wanted` (topics, or lists of them), with the ticket to hear them."""
    return format_html("{} {}", live_stream(context, *wanted), live_part(*wanted))


@register.simple_tag(takes_context=True)
def live_stream(context: Context, *wanted: str | list[str]) -> SafeString:
    """Only the ticket: for the element around many fragments."""
    request = context["request"]
    person = getattr(request, "listener", None) or request.user.pk  # a screen on a wall is no user
    expires = clock.real_now() + topics.LIFETIME
    token = topics.sign(topics.key_from(settings.SECRET_KEY), _flat(wanted), person, expires)
    return format_html('data-live-ticket="{}"', token)


@register.simple_tag
def live_part(*wanted: str | list[str]) -> SafeString:
    """Only the names: for a fragment inside an element with `live_stream`."""
    key = topics.key_from(settings.SECRET_KEY)
    names = " ".join(sorted({topics.name(key, topic) for topic in _flat(wanted)}))
    return format_html('data-live="{}" hx-trigger="live"', names)


def _flat(wanted: tuple[str | list[str], ...]) -> list[str]:
    return [topic for each in wanted for topic in ([each] if isinstance(each, str) else each)]
