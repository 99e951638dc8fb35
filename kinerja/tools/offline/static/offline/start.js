// On every page of the frame: says in words what waits on this device, sends it, and keeps the worker. The rest is loaded
// after the page, so that a first page costs one small file more.

const JITTER = 3_000; // everybody's connection comes back in the same moment
const AS_MODULE = { type: "module", updateViaCache: "all" };
let timer = 0;

const afterLoad = () => new Promise((resolve) => {
  if (document.readyState === "complete") resolve();
  else addEventListener("load", resolve, { once: true });
});

async function words(box, store, owner) {
  const heads = owner ? await store.itemsOf(owner) : [];
  const refused = heads.filter((each) => each.state === "DITOLAK").length;
  const waiting = heads.length - refused;
  const sending = heads.some((each) => each.state === "DIKIRIM");
  const others = await store.countOfOthers(owner);
  const signin = await store.about("signin");
  const said = [];
  const say = (name, number) => said.push(box.dataset[name].replace("{n}", number.toLocaleString("id")));
  if (waiting) say(signin ? "signin" : sending ? "busy" : "unsent", waiting);
  if (refused) say("refused", refused);
  if (others) say("others", others);
  box.querySelector("[data-outbox-words]").textContent = said.join(" ");
  box.hidden = !said.length;
}

// A form the page sent itself (form.js) is done when the receipt names it, and back in the hands of the person when the
// same form is on the screen again. Otherwise nobody knows: it waits, and sending it twice does no harm.
async function settleOffered(store, owner) {
  const saved = document.querySelector("[data-outbox-saved]")?.dataset.outboxSaved.split(" ") ?? [];
  const shown = [...document.querySelectorAll("form[data-outbox] input[name$='-key']")].map((input) => input.value);
  for (const { seq, id, state } of await store.itemsOf(owner)) {
    if (saved.includes(id) || (state === "DITAWARKAN" && shown.includes(id))) await store.remove(seq);
    else if (state === "DITAWARKAN") await store.update(seq, { state: "MENUNGGU" });
  }
}

async function welcome(box, { store, seal, sender }) {
  const { person, greeting, sending, plan } = box.dataset;
  await store.note("addresses", { greeting, sending, plan });
  if (!person) return store.about("current");
  if (await store.about("current") !== person) {
    await store.sealAwayAllBut(person);
    await store.note("current", person);
    await store.note("last", null);
  }
  await store.note("signin", false);
  if (!await seal.isReady(person)) {
    const told = await sender.greet();
    if (told?.person === person) await seal.learn(person, told.seals);
  }
  const kept = await store.planOf(person);
  if (await seal.isReady(person) && (!kept || Date.now() - kept.at > 1_800_000 || document.querySelector("[data-outbox-saved]"))) {
    await sender.fetchPlan(person, plan);
  }
  return person;
}

function signOutAsks(store, owner) {
  document.addEventListener("submit", async (event) => {
    const form = event.target.closest("[data-sign-out]");
    if (!form) return;
    event.preventDefault();
    if (owner && await store.countOf(owner)) location.assign(form.action);
    else {
      await store.sealAwayAllBut(null).catch(() => null);
      await store.note("current", null).catch(() => null);
      form.submit();
    }
  });
}

export default async function start(box) {
  await afterLoad();
  const registration = "serviceWorker" in navigator ? await navigator.serviceWorker.register(box.dataset.worker, AS_MODULE).catch(() => null)
    : null;
  const [store, seal, sender] = await Promise.all([import("./store.js"), import("./seal.js"), import("./sender.js")]);
  let owner;
  try {
    owner = await welcome(box, { store, seal, sender });
  } catch {
    return; // no IndexedDB here (a private window): forms stay plain
  }
  const show = () => words(box, store, owner);
  store.onChange(show);
  if (owner) await settleOffered(store, owner);
  signOutAsks(store, owner);
  const forms = document.querySelectorAll("form[data-outbox]:not([data-outbox-only])");
  if (owner && forms.length && await seal.isReady(owner)) {
    const { default: enhance } = await import("./form.js");
    forms.forEach((form) => enhance(form, owner));
  }

  async function turn(options) {
    clearTimeout(timer);
    const { left, again = 60_000 } = await sender.send(options);
    clearTimeout(timer);
    if (left) {
      timer = setTimeout(turn, again);
      registration?.sync?.register("kirim").catch(() => null);
    }
  }
  addEventListener("online", () => setTimeout(() => turn({ now: true }), Math.random() * JITTER));
  document.addEventListener("visibilitychange", () => document.hidden || turn());
  document.addEventListener("outbox:send", (event) => turn({ now: event.detail?.now ?? true }));
  await show();
  document.documentElement.dataset.outbox = "ready";
  document.dispatchEvent(new CustomEvent("outbox:ready"));
  turn();
}
