// Sends what waits: in order, one at a time, whichever page or worker comes first. An item leaves the device only when the
// server said it has it; the server knows the item's id, so an answer that was lost costs nothing but a second question.

import * as queue from "./queue.js";
import * as seal from "./seal.js";
import * as store from "./store.js";

const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 300_000;
const PATIENCE = { greeting: 15_000, item: 180_000 }; // a photo over a poor connection takes its time

// a busy server lets in what is being sent before what is only read (tools/serving/admission.py)
const SENDING = { "X-Kinerja-Sending": "1" };
const seconds = (answer) => Number(answer.headers.get("Retry-After")) * 1000 || 0;

const ask = async (address, wait, options = {}) => fetch(address, {
  ...options,
  headers: { Accept: "application/json", ...options.headers },
  credentials: "same-origin",
  redirect: "manual",
  cache: "no-store",
  signal: AbortSignal.timeout(wait),
});

// Who is signed in now, the token for sending, the server's time; the keys of that person when asked for.
// null: no connection. { person: null }: nobody is signed in. { busy }: come again after so many milliseconds.
export async function greet() {
  const { greeting } = (await store.about("addresses")) ?? {};
  const answer = greeting && await ask(greeting, PATIENCE.greeting, { headers: SENDING }).catch(() => null);
  if (answer?.status === 401 || answer?.type === "opaqueredirect") return { person: null };
  if (answer?.status === 503) return { busy: seconds(answer) };
  if (!answer?.ok) return null;
  const told = await answer.json().catch(() => null);
  if (!told) return null;
  await store.note("contact", { server: told.now, device: Date.now() });
  return told;
}

export async function fetchPlan(owner, address) {
  const answer = await ask(address, PATIENCE.greeting).catch(() => null);
  const plan = answer?.ok && await answer.json().catch(() => null);
  if (plan?.person === owner) {
    await store.keepPlan({ owner, at: Date.now(), ...await seal.close(owner, plan, `plan:${owner}`) });
  }
}

export async function readPlan(owner) {
  const kept = await store.planOf(owner);
  return kept && seal.openWords(owner, kept, `plan:${owner}`);
}

async function deliver({ fields, files }, item, { person, token }) {
  const { sending } = await store.about("addresses");
  const body = new FormData();
  fields.forEach(([name, value]) => body.append(name, value));
  files.forEach(([name, file]) => body.append(name, file, file.name));
  const times = { owner: person, written_at: new Date(item.at).toISOString(), device_now: new Date().toISOString() };
  Object.entries(times).forEach(([name, value]) => body.append(name, value));
  return ask(sending, PATIENCE.item, { method: "POST", body, headers: { "X-CSRFToken": token } });
}

// Told apart: stored, refused for a reason (the person decides), not now (try again), not signed in.
async function outcome(item, contact) {
  const content = await queue.read(item).catch(() => null);
  if (!content) return { kind: "refused", sentence: "" }; // its key is gone for good: the page says so
  const answer = await deliver(content, item, contact).catch(() => null);
  if (!answer) return { kind: "later" };
  const told = await answer.json().catch(() => ({}));
  if (answer.ok && told.stored) return { kind: "stored", ...told };
  if (answer.status === 401 || answer.type === "opaqueredirect") return { kind: "signin" };
  if (told.sentence && answer.status >= 400 && answer.status < 500) {
    return { kind: told.other_person ? "signin" : "refused", sentence: told.sentence };
  }
  return { kind: "later", wait: seconds(answer), stale: answer.status === 403 };
}

function pauseAfter(tries, wait = 0) {
  const pause = Math.min(FIRST_PAUSE * 2 ** tries, LONGEST_PAUSE);
  return Math.max(wait, pause * (0.5 + Math.random() / 2));
}

async function postpone(item, wait) {
  const next = Date.now() + pauseAfter(item.tries, wait);
  await store.update(item.seq, { state: "MENUNGGU", tries: item.tries + 1, next });
  return { left: true, again: next - Date.now() };
}

async function run(now) {
  const owner = await store.about("current");
  let contact = null;
  let renewed = false;
  for (;;) {
    const item = owner && await store.nextOf(owner);
    if (!item) return { left: false };
    const due = Math.min(item.next ?? 0, Date.now() + LONGEST_PAUSE); // a clock put back must not keep an item for days
    if (!now && due > Date.now()) return { left: true, again: due - Date.now() };
    contact ??= await greet();
    if (!contact || contact.busy !== undefined) return postpone(item, contact?.busy);
    await store.note("signin", contact.person !== owner);
    if (contact.person !== owner) return { left: true };
    await seal.learn(owner, contact.seals);
    await store.update(item.seq, { state: "DIKIRIM" });
    const told = await outcome(item, contact);
    if (told.kind === "stored") {
      await store.note("last", { clock: told.clock, receipt: told.receipt });
      await store.remove(item.seq);
    } else if (told.kind === "refused") {
      await store.update(item.seq, { state: "DITOLAK", says: told.sentence });
    } else if (told.kind === "signin") {
      await store.update(item.seq, { state: "MENUNGGU" });
      await store.note("signin", true);
      return { left: true };
    } else if (told.stale && !renewed) {
      renewed = true; // an old token: greet once more
      contact = null;
    } else {
      return postpone(item, told.wait);
    }
  }
}

// Answers { left, again? }: whether something still waits, and after how many milliseconds to come again.
export function send({ now = false } = {}) {
  if (!navigator.locks) return run(now);
  const busy = { left: true, again: FIRST_PAUSE };
  return navigator.locks.request("kinerja-luring", { ifAvailable: !now }, (lock) => (lock ? run(now) : busy));
}
