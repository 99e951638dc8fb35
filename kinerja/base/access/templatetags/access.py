"""Tags for templates: the key of a form that may be sent twice, and whether to show a way in."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from kinerja.base.access.retries import FIELD
from kinerja.base.access.scopes import may
from kinerja.tools.keys import uuid7

register = template.Library()


@register.simple_tag
def retry_key() -> SafeString:
    """A hidden field with a fresh key: the form sent twice does its act once."""
    return format_html('<input type="hidden" name="{}" value="{}">', FIELD, uuid7())


@register.simple_tag(takes_context=True)
def may_do(context: template.Context, action: str) -> bool:
    """Whether the person who asks has this action at all: `{% may_do "period.manage" as can_manage %}`."""
    principal = getattr(context["request"], "principal", None)
    return principal is not None and may(principal, action)
