// Live pages. The stream says names only; each fragment is then fetched through its ordinary, permission-checked view.
// One stream per page whatever the number of fragments; none while the page is hidden. Without a stream the page says so, asks
// by itself, first soon and then ever more rarely, and tries the stream anew each time.

const FIRST_PAUSE = 2_000;
const SPREAD = 250; // ms over which the fragments of one event are fetched
const SPREAD_AFTER_BREAK = 2_000; // … and after a (re)connect, when everybody comes at once
const PULSE = 30_000;
const LONGEST_PAUSE = 60_000;
const PATIENCE = 10_000; // a stream that a proxy holds back never opens

let source = null;
let heard = new Set();
let failures = 0;
let isFresh = true; // as the server made it: the stream itself says what changed since
let timer = 0;
const waiting = new Map(); // fragment → timer
const looked = new Map(); // address → when it was asked last

const fragments = () => [...document.querySelectorAll("[data-live]")];
const tickets = (page = document) => [...page.querySelectorAll("[data-live-ticket]")];
// a ticket is "expiry.listener.name.name….signature"
const names = (ticket) => ticket.split(".").slice(2, -1);

function refresh(fragment, spread) {
  if (waiting.has(fragment)) return;
  const address = fragment.getAttribute("hx-get");
  const early = (looked.get(address) ?? 0) + Number(fragment.dataset.liveCalm ?? 0) * 1000 - Date.now();
  waiting.set(fragment, setTimeout(() => {
    waiting.delete(fragment);
    if (!fragment.isConnected) return;
    looked.set(address, Date.now());
    if (fragment.classList.contains("htmx-request")) refresh(fragment, SPREAD);
    else window.htmx.trigger(fragment, "live");
  }, Math.max(early, 0) + Math.random() * spread));
}

function refreshAll(spread) {
  fragments().forEach((fragment) => refresh(fragment, spread));
}

function hear({ data }) {
  const changed = new Set(data.split(" "));
  fragments()
    .filter((fragment) => fragment.dataset.live.split(" ").some((name) => changed.has(name)))
    .forEach((fragment) => refresh(fragment, SPREAD));
}

// "on": it stands; "off": it broke, and the page asks by itself; "": it is being opened, or nobody looks
function say(state) {
  document.documentElement.dataset.stream = state;
}

function close() {
  clearTimeout(timer);
  source?.close();
  source = null;
}

// The tickets are old: the page's own view decides anew who may hear, and its answer carries new ones.
async function renew() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const fresh = tickets(new DOMParser().parseFromString(await answer.text(), "text/html"));
  tickets().forEach((part, index) => {
    if (fresh[index]) part.dataset.liveTicket = fresh[index].dataset.liveTicket;
  });
}

function broken() {
  close();
  isFresh = false;
  say("off");
  const pause = Math.min(FIRST_PAUSE * 2 ** failures, LONGEST_PAUSE) * (0.75 + Math.random() / 2);
  failures += 1;
  document.querySelectorAll("[data-stream-pause]").forEach((word) => { word.textContent = Math.max(1, Math.round(pause / 1000)); });
  timer = setTimeout(async () => {
    if (failures % 4 === 2) await renew();
    refreshAll(SPREAD);
    open();
  }, pause);
}

function open() {
  close();
  if (!failures) say("");
  const wanted = [...new Set(tickets().map((part) => part.dataset.liveTicket))];
  if (document.hidden || !wanted.length) return;
  heard = new Set(wanted.flatMap(names));
  source = new EventSource(`/stream/?${new URLSearchParams(wanted.map((ticket) => ["t", ticket]))}`);
  timer = setTimeout(broken, PATIENCE);
  source.onopen = () => {
    clearTimeout(timer);
    failures = 0;
    say("on");
    if (!isFresh) refreshAll(SPREAD_AFTER_BREAK);
    isFresh = false;
  };
  source.onmessage = hear;
  source.onerror = broken;
  source.addEventListener("missed", () => refreshAll(SPREAD_AFTER_BREAK));
  source.addEventListener("expired", async () => {
    close();
    await renew();
    open();
  });
}

// What came back the same stays as it is: no glow, no lost focus. Tickets, keys of forms and "4 menit lalu" differ each time.
function bare(html, selector) {
  const shape = document.createElement("template");
  shape.innerHTML = html;
  for (const part of shape.content.querySelectorAll("*")) {
    part.removeAttribute("data-live-ticket");
    part.classList.remove("just-changed", "htmx-request", "htmx-settling", "htmx-added", "htmx-swapping");
    if (!part.classList.length) part.removeAttribute("class");
    if (part.matches("time")) part.textContent = "";
    if (part.matches("input[type=hidden]")) part.removeAttribute("value");
  }
  return selector ? shape.content.querySelector(selector)?.outerHTML : shape.innerHTML.trim();
}

document.addEventListener("htmx:beforeSwap", ({ detail, target }) => {
  if (!target.dataset.live || detail.xhr.status !== 200) return;
  if (bare(detail.serverResponse, target.getAttribute("hx-select")) === bare(target.outerHTML)) detail.shouldSwap = false;
});

// A swap may bring a part that wants to hear more; new tickets for the same names wait until the old ones expire.
document.addEventListener("htmx:afterSettle", () => {
  if (failures) return; // it is tried anew in its turn
  const wanted = tickets().flatMap((part) => names(part.dataset.liveTicket));
  if (!source || wanted.some((name) => !heard.has(name))) open();
});

function rest() {
  close();
  failures = 0;
  say("");
}

document.addEventListener("visibilitychange", () => (document.hidden ? rest() : open()));
window.addEventListener("pagehide", rest);
window.addEventListener("pageshow", (event) => event.persisted && open());
open();
setInterval(() => {
  if (!document.hidden) document.querySelectorAll("[data-live-pulse]").forEach((fragment) => refresh(fragment, SPREAD));
}, PULSE);
