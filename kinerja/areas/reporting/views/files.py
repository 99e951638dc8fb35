"""Evidence: given only to who may see it, never by the web server itself; removed when it holds personal data."""

from collections.abc import Callable
from typing import BinaryIO
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from kinerja.areas.reporting import actions
from kinerja.areas.reporting.errors import EvidenceGone
from kinerja.areas.reporting.forms import RemovalForm
from kinerja.areas.reporting.models import Evidence
from kinerja.base.access import scopes
from kinerja.base.access.doors import door
from kinerja.base.tenancy.context import current_id
from kinerja.tools.evidence import store

_TYPES = {Evidence.Kind.PHOTO: "image/jpeg", Evidence.Kind.PDF: "application/pdf"}
#: whatever a browser made of the file, it could neither run, load, embed nor send anything
_POLICY = "sandbox; default-src 'none'; style-src 'none'; frame-ancestors 'none'"


@door("evidence.read", Evidence)
def evidence(request: HttpRequest, evidence: Evidence) -> HttpResponse:
    """The file itself: a photo is shown, a PDF is downloaded."""
    _refuse_gone(evidence)
    file = _kept(store.read, evidence)
    if "prefetch" not in request.headers.get(
        "Sec-Purpose", ""
    ):  # a browser that looks ahead is nobody's look
        actions.look(evidence.report, evidence=evidence, by=request.person)  # type: ignore[attr-defined]
    return _answer(file, _TYPES[Evidence.Kind(evidence.kind)], evidence.name, download=not evidence.is_photo)


@door("evidence.read", Evidence)
def preview(request: HttpRequest, evidence: Evidence) -> HttpResponse:
    """The small picture of a photo."""
    _refuse_gone(evidence)
    return _answer(_kept(store.read_preview, evidence), "image/webp", "pratinjau.webp", download=False)


def _kept(open_file: Callable[[UUID, str], BinaryIO], evidence: Evidence) -> BinaryIO:
    try:
        return open_file(current_id(), evidence.sha256)
    except store.NotKept as error:
        raise EvidenceGone(
            _(
                "Berkas bukti ini tidak ada di penyimpanan. "
                "Laporannya tetap ada; beri tahu pengelola kepegawaian."
            )
        ) from error


def _refuse_gone(evidence: Evidence) -> None:
    if not evidence.is_there:
        raise EvidenceGone(
            _(
                "Berkas bukti ini sudah dihapus karena berisi data pribadi. "
                "Yang tersimpan tinggal sidik berkas dan riwayatnya."
            )
        )


def _answer(file: BinaryIO, kind: str, name: str, *, download: bool) -> HttpResponse:
    with file:
        response = HttpResponse(file.read(), content_type=kind)
    response["Content-Disposition"] = content_disposition_header(download, name) or "attachment"
    response["Content-Security-Policy"] = _POLICY
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


@door("evidence.remove", Evidence)
def remove_evidence(request: HttpRequest, evidence: Evidence) -> HttpResponse:
    """ "Berisi data pribadi": ask for the reason, then remove file and preview at once."""
    _refuse_gone(evidence)
    who = request.principal  # type: ignore[attr-defined]
    may_read = scopes.restrict(Evidence.objects.filter(pk=evidence.pk), who, "evidence.read").exists()
    form = RemovalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.remove_evidence(evidence, reason=form.cleaned_data["reason"], by=who.person)
        if may_read:
            return redirect("reporting:detail", evidence.report_id)
        return render(request, "reporting/removed.html", {"evidence": evidence})
    context = {"evidence": evidence, "form": form, "may_read": may_read}
    return render(request, "reporting/remove_evidence.html", context, status=422 if form.is_bound else 200)
