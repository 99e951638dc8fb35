"""Doors of "Pemberitahuan": the person's own channels outside, and the way to stop them from a message itself."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kinerja.base.access.doors import Request, door
from kinerja.base.inbox import addresses, channels
from kinerja.base.inbox.kinds import Group
from kinerja.base.inbox.models import Address, When
from kinerja.base.tenancy.exits import public
from kinerja.tools.refusals import Refusal
from kinerja.tools.ui.forms import KinerjaForm
from kinerja.windows.home import queries
from kinerja.windows.home.forms import AddressForm, ChoicesForm, CodeForm

PAGE = "home:notices"


def _show(request: Request, forms: dict[str, Any] | None = None, status: int = 200) -> HttpResponse:
    page, refused = queries.notices(request.person.pk), forms or {}
    channels_shown = [(own, refused.get(own.channel.name) or _form(own)) for own in page.channels]
    return render(request, "home/notices.html", {"page": page, "channels": channels_shown}, status=status)


def _form(own: queries.Own) -> KinerjaForm:
    """What she may fill in next."""
    name = own.channel.name
    if own.step == "ask":
        return AddressForm(prefix=name)
    if own.step == "confirm":
        return CodeForm(prefix=name)
    return ChoicesForm(prefix=name, initial=own.chosen)


@require_GET
@door("notices.set")
def notices(request: Request) -> HttpResponse:
    """Which channels there are, what I chose, what was sent."""
    return _show(request)


@require_POST
@door("notices.set")
def ask(request: Request, channel: str) -> HttpResponse:
    """Want to hear on a channel: a code goes there, or a link to a chat is shown."""
    found = channels.get(channel)
    if found is None or found.proof == "device":
        raise Http404
    form = AddressForm(request.POST, prefix=channel)
    form.fields["address"].required = found.proof == "code"
    if form.is_valid():
        try:
            addresses.ask(channel, form.cleaned_data["address"], by=request.person)
        except Refusal as refusal:
            form.add_error("address", refusal.sentence)
        else:
            messages.success(request, _("Tinggal satu langkah: buktikan bahwa alamat itu milik Anda."))
            return redirect(PAGE)
    return _show(request, {channel: form}, status=422)


@require_POST
@door("notices.set")
def device(request: Request, channel: str) -> HttpResponse:
    """This browser: its person just allowed it."""
    if channels.get(channel) is None:
        raise Http404
    addresses.add_device(channel, request.POST.get("subscription", ""), by=request.person)
    messages.success(request, _("Perangkat ini menerima pemberitahuan."))
    return redirect(PAGE)


@require_POST
@door("notices.set")
def confirm(request: Request, channel: str) -> HttpResponse:
    """The code that came there."""
    form = CodeForm(request.POST, prefix=channel)
    if form.is_valid():
        try:
            row = addresses.confirm(channel, form.cleaned_data["code"], by=request.person)
        except Refusal as refusal:
            form.add_error("code", refusal.sentence)
        else:
            if row.confirmed_at:
                messages.success(request, _("Kanal dikonfirmasi. Pilih seberapa cepat Anda diberi tahu."))
                return redirect(PAGE)
            form.add_error("code", _("Kode ini tidak cocok. Periksa pesan yang terakhir Anda terima."))
    return _show(request, {channel: form}, status=422)


@require_POST
@door("notices.set")
def choose(request: Request, channel: str) -> HttpResponse:
    """At once, in the digest, or not, for each group."""
    if channels.get(channel) is None:
        raise Http404
    form = ChoicesForm(request.POST, prefix=channel)
    if not form.is_valid():
        return _show(request, {channel: form}, status=422)
    chosen = {Group(group): When(when) for group, when in form.cleaned_data.items()}
    addresses.choose(channel, chosen, by=request.person)
    messages.success(request, _("Pilihan disimpan."))
    return redirect(PAGE)


@require_POST
@door("notices.set", Address)
def remove(request: Request, address: Address) -> HttpResponse:
    """Switch a channel off: its address is deleted."""
    addresses.remove(address, by=request.person, how="halaman pemberitahuan")
    messages.success(request, _("Kanal dimatikan dan alamatnya dihapus."))
    return redirect(PAGE)


@public("whoever holds a message may stop it without signing in; the token in it is signed")
@csrf_exempt
@require_http_methods(["GET", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Stop from the message itself: looking shows a button (scanners look), one click of a mail program posts."""
    done = request.method == "POST" and addresses.stop_by(token)
    if not done and not addresses.is_stop(token):
        raise Http404
    return render(request, "home/notices_stop.html", {"done": done})
