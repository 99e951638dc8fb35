"""Templates and drafts: what spares typing the same again."""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.areas.reporting import verbs
from kinerja.areas.reporting.errors import WrongTemplate
from kinerja.areas.reporting.models import Draft, Template
from kinerja.areas.reporting.models.templates import TemplateRow
from kinerja.base.ledger import topics
from kinerja.base.ledger.recording import record
from kinerja.base.organization.models import Person
from kinerja.tools import clock

MOST_OWN = 20
STARTERS = Path(__file__).resolve().parent.parent / "starters.toml"


@transaction.atomic
def save_template(
    name: str, rows: Sequence[TemplateRow], *, by: Person, posts: str = "", for_posts: bool = False
) -> Template:
    """Keep rows under a name, one's own or (`for_posts`) the agency's; the same name again replaces what it held.

    Raises WrongTemplate without a name or rows, and for more than twenty of one's own.
    """
    name = " ".join(name.split())[:60]
    if not name:
        raise WrongTemplate(_("Templat ini belum bernama. Tulis nama singkat, misalnya “Jaga pagi”."))
    if not rows:
        raise WrongTemplate(_("Belum ada baris yang diisi, jadi templat akan kosong. Isi dahulu barisnya."))
    owner = None if for_posts else by
    if owner and Template.objects.of(by.pk).exclude(name=name).count() >= MOST_OWN:
        raise WrongTemplate(
            _("Anda sudah punya %(most)d templat. Hapus yang tidak dipakai, lalu simpan lagi.")
            % {"most": MOST_OWN}
        )
    template, _new = Template.objects.update_or_create(
        owner=owner, name=name, defaults={"posts": posts.strip(), "rows": [row.stored() for row in rows]}
    )
    record(verbs.TEMPLATE_SAVED, template, by=by, topics=[topics.person(by.pk)], name=name, lines=len(rows))
    return template


@transaction.atomic
def change_template(
    template: Template, *, name: str, rows: Sequence[TemplateRow], posts: str, by: Person
) -> None:
    """Change a template of the agency. Raises WrongTemplate when another one has the name."""
    name = " ".join(name.split())[:60]
    if Template.objects.filter(owner=template.owner_id, name=name).exclude(pk=template.pk).exists():
        raise WrongTemplate(_("Templat bernama “%(name)s” sudah ada. Pakai nama lain.") % {"name": name})
    template.name, template.posts, template.rows = name, posts.strip(), [row.stored() for row in rows]
    template.save(update_fields=["name", "posts", "rows"])
    record(verbs.TEMPLATE_SAVED, template, by=by, topics=[topics.person(by.pk)], name=name, lines=len(rows))


@transaction.atomic
def remove_template(template: Template, *, by: Person) -> None:
    """Give a template up. Reports made with it stay as they are."""
    record(verbs.TEMPLATE_REMOVED, template, by=by, topics=[topics.person(by.pk)], name=template.name)
    template.delete()


@transaction.atomic
def add_starters(*, by: Person) -> int:
    """Begin with the templates that ship: those whose name the agency does not have yet. Returns how many."""
    mine = set(Template.objects.of_agency().values_list("name", flat=True))
    shipped = tomllib.loads(STARTERS.read_text(encoding="utf-8"))["template"]
    new = [each for each in shipped if each["name"] not in mine]
    for each in new:
        rows = [TemplateRow.of(row) for row in each["rows"]]
        save_template(each["name"], rows, posts=each["posts"], for_posts=True, by=by)
    return len(new)


@transaction.atomic
def keep_draft(content: dict[str, Any], *, by: Person) -> None:
    """Keep what is typed and not sent. No act of office, so no entry in the ledger; empty content gives the draft up."""
    if not content.get("rows"):
        Draft.objects.filter(person_id=by.pk).delete()
        return
    Draft.objects.update_or_create(person_id=by.pk, defaults={"content": content, "saved_at": clock.now()})
