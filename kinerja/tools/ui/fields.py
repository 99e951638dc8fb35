"""How a bound form field is shown: label, help and errors, tied together for screen readers."""

from typing import Any

from django.forms import (
    BaseForm,
    BoundField,
    CheckboxInput,
    CheckboxSelectMultiple,
    RadioSelect,
    Select,
    Widget,
)

_CHOICE_GROUPS = (RadioSelect, CheckboxSelectMultiple)


def css_class(widget: Widget) -> str:
    """Bootstrap's class for a widget, beside the classes it already has."""
    if isinstance(widget, _CHOICE_GROUPS):
        ours = "choice-list"
    elif isinstance(widget, CheckboxInput):
        ours = "form-check-input"
    elif isinstance(widget, Select):
        ours = "form-select"
    else:
        ours = "form-control"
    return f"{widget.attrs.get('class', '')} {ours}".strip()


def described(bound: BoundField, help: str = "", label: str = "") -> dict[str, Any]:
    """The context of `ui/field.html`."""
    name = bound.auto_id or bound.html_name
    help_text = help or bound.help_text
    group = isinstance(bound.field.widget, _CHOICE_GROUPS)
    parts = [f"{name}_help"] * bool(help_text) + [f"{name}_error"] * bool(bound.errors)
    attributes: dict[str, Any] = {"class": css_class(bound.field.widget)}
    if bound.errors and not group:
        attributes["class"] += " is-invalid"
        attributes["aria-invalid"] = "true"
    attributes["aria-describedby"] = " ".join(parts) or None
    return {
        "bound": bound,
        "id": name,
        "label": label or bound.label,
        "help": help_text,
        "group": group,
        "check": isinstance(bound.field.widget, CheckboxInput),
        "described_by": " ".join(parts),
        "control": bound.as_widget(attrs={key: value for key, value in attributes.items() if value}),
    }


def mistakes(form: BaseForm) -> list[tuple[str, str, str]]:
    """Every mistake as (target of the link, label, sentence); those of the whole form have no target."""
    found = [("", "", str(sentence)) for sentence in form.non_field_errors()]
    for bound in form:
        if bound.is_hidden:
            found += [("", str(bound.label), str(sentence)) for sentence in bound.errors]
        else:
            found += [(target(bound), str(bound.label), str(sentence)) for sentence in bound.errors]
    return found


def target(bound: BoundField) -> str:
    """The id to jump to: the control itself, or the first choice of a group."""
    if isinstance(bound.field.widget, _CHOICE_GROUPS):
        return f"{bound.auto_id}_0"
    return str(bound.id_for_label or bound.auto_id)
