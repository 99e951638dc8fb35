// Live pages. The stream says names only; each fragment is then fetched through its ordinary, permission-checked view.
// One stream per page whatever the number of fragments; none while the page is hidden.

const POLL = 15_000;
const SPREAD = 250; // ms over which the fragments of one event are fetched
const SPREAD_AFTER_BREAK = 2_000; // … and after a (re)connect, when everybody comes at once
const LONGEST_PAUSE = 30_000;

let source = null;
let heard = new Set();
let failures = 0;
let isFresh = true; // as the server made it: the stream itself says what changed since
let reopening = 0;
const waiting = new Map(); // fragment → timer

const fragments = () => [...document.querySelectorAll("[data-live]")];
const tickets = (page = document) => [...page.querySelectorAll("[data-live-ticket]")];
// a ticket is "expiry.listener.name.name….signature"
const names = (ticket) => ticket.split(".").slice(2, -1);

function refresh(fragment, spread) {
  if (waiting.has(fragment)) return;
  waiting.set(fragment, setTimeout(() => {
    waiting.delete(fragment);
    if (!fragment.isConnected) return;
    if (fragment.classList.contains("htmx-request")) refresh(fragment, SPREAD);
    else window.htmx.trigger(fragment, "live");
  }, Math.random() * spread));
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

function close() {
  clearTimeout(reopening);
  source?.close();
  source = null;
  document.documentElement.dataset.stream = "off";
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
  failures += 1;
  const pause = Math.min(500 * 2 ** failures, LONGEST_PAUSE) * (0.5 + Math.random());
  reopening = setTimeout(async () => {
    if (failures % 4 === 2) await renew();
    open();
  }, pause);
}

function open() {
  close();
  const wanted = [...new Set(tickets().map((part) => part.dataset.liveTicket))];
  if (document.hidden || !wanted.length) return;
  heard = new Set(wanted.flatMap(names));
  source = new EventSource(`/stream/?${new URLSearchParams(wanted.map((ticket) => ["t", ticket]))}`);
  source.onopen = () => {
    failures = 0;
    document.documentElement.dataset.stream = "on";
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
  const wanted = tickets().flatMap((part) => names(part.dataset.liveTicket));
  if (!source || wanted.some((name) => !heard.has(name))) open();
});
document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
window.addEventListener("pagehide", close);
window.addEventListener("pageshow", (event) => event.persisted && open());
setInterval(() => {
  if (!document.hidden && document.documentElement.dataset.stream !== "on") refreshAll(SPREAD_AFTER_BREAK);
}, POLL);
open();
