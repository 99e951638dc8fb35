// The page that works without a connection: today's plan, the form, and what waits, each item with its state and choices.
// It holds nothing of anybody; what it shows is opened here, with the key of the person who was signed in last.

import enhance, { empty } from "./form.js";
import * as queue from "./queue.js";
import { readPlan } from "./sender.js";
import * as store from "./store.js";

const BLANK = "00000000-0000-0000-0000-000000000000"; // stands for the indicator in the names of the row
const MOST_SHOWN = 50;
let drawn = new Map();
const ready = () => new Promise((resolve) => {
  if (document.documentElement.dataset.outbox) resolve();
  else document.addEventListener("outbox:ready", resolve, { once: true });
});

const part = (root, name) => root.querySelector(`[data-part="${name}"]`);
const fromTemplate = (root, name) => part(root, name).content.cloneNode(true).firstElementChild;

function rowFor(page, { id, name, unit, pace, help }) {
  const row = fromTemplate(page, "row");
  row.querySelectorAll("*").forEach((element) => {
    for (const attribute of ["name", "id", "for", "aria-describedby"]) {
      const value = element.getAttribute(attribute);
      if (value?.includes(BLANK)) element.setAttribute(attribute, value.replaceAll(BLANK, id));
    }
  });
  row.dataset.outboxRow = name;
  part(row, "name").textContent = name;
  part(row, "pace").textContent = pace;
  part(row, "unit").textContent = unit;
  part(row, "help").textContent = help;
  empty(row.querySelectorAll("[name]"));
  return row;
}

async function showPlan(page, owner) {
  const plan = owner && await readPlan(owner).catch(() => null);
  const form = part(page, "form");
  part(page, "no-plan").hidden = Boolean(plan);
  part(page, "plan").hidden = !plan;
  form.hidden = !plan?.rows.length;
  if (!plan) return;
  part(page, "who").textContent = plan.name;
  part(page, "as-of").textContent = plan.as_of;
  form.querySelector("[name='day']").value = await queue.today();
  part(page, "rows").replaceChildren(...plan.rows.map((each) => rowFor(page, each)));
  if (plan.rows.length === 1) part(page, "rows").querySelector("details").open = true;
  part(page, "reports").replaceChildren(...plan.reports.map((words) => {
    const line = document.createElement("li");
    line.textContent = words;
    return line;
  }));
  enhance(form, owner);
}

const hour = (moment) => new Intl.DateTimeFormat("id", {
  day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", timeZone: "Asia/Jakarta",
}).format(moment);

async function mend(page, head) {
  const { fields, files } = await queue.read(head);
  const form = part(page, "form");
  const start = fields.map(([name]) => /^(.{36}).*-key$/.exec(name)?.[1]).find(Boolean);
  const here = (name) => form.elements[name.replace(/^(.{36})[^-]*-/, "$1-")]; // a row of several becomes the row there is
  const row = here(`${start}-key`)?.closest("[data-outbox-row]");
  if (!row) return;
  row.open = true;
  for (const [name, value] of fields) if (here(name) && !name.endsWith("-key")) here(name).value = value;
  const own = fields.find(([name]) => name.endsWith("-day"));
  if (own) [, form.elements.day.value] = own;
  for (const [name, file] of files) {
    const transfer = new DataTransfer();
    transfer.items.add(file);
    here(name).files = transfer.files;
    here(name).dispatchEvent(new Event("change"));
  }
  form.dataset.replaces = head.seq;
  here(`${start}-value`).focus();
}

async function lineFor(page, head) {
  const line = fromTemplate(page, "item");
  const label = await queue.labelOf(head).catch(() => ({ name: page.dataset.unreadable, value: "", day: "" }));
  part(line, "name").textContent = label.name;
  part(line, "value").textContent = [label.value, label.day].filter(Boolean).join(" · ");
  part(line, "state").textContent = page.dataset[head.state.toLowerCase()];
  line.dataset.state = head.state;
  part(line, "written").textContent = `${page.dataset.written} ${hour(head.at)}`;
  const next = head.tries && head.next > Date.now() ? `${page.dataset.again} ${hour(head.next)}` : "";
  part(line, "says").textContent = head.says || next;
  part(line, "mend").hidden = head.state !== "DITOLAK";
  part(line, "mend").addEventListener("click", () => mend(page, head));
  part(line, "retry").addEventListener("click", async () => {
    await store.update(head.seq, { state: "MENUNGGU", tries: 0, next: 0, says: "" });
    document.dispatchEvent(new CustomEvent("outbox:send"));
  });
  part(line, "drop").addEventListener("click", () => { part(line, "sure").hidden = false; part(line, "sure-yes").focus(); });
  part(line, "sure-no").addEventListener("click", () => { part(line, "sure").hidden = true; part(line, "drop").focus(); });
  part(line, "sure-yes").addEventListener("click", () => store.remove(head.seq));
  return line;
}

// A line that did not change stays the same element: a question asked in it stays open, and the focus where it is.
async function linesFor(page, heads) {
  const now = await Promise.all(heads.map(async (head) => {
    const sign = [head.id, head.state, head.says, head.tries].join(" ");
    const before = drawn.get(head.seq);
    return [head.seq, before?.sign === sign ? before : { sign, line: await lineFor(page, head) }];
  }));
  drawn = new Map(now);
  return now.map(([, { line }]) => line);
}

async function showQueue(page) {
  const owner = await store.about("current");
  const heads = owner ? await store.itemsOf(owner) : [];
  const first = [...heads.filter((each) => each.state === "DITOLAK"), ...heads.filter((each) => each.state !== "DITOLAK")];
  const lines = await linesFor(page, first.slice(0, MOST_SHOWN));
  const last = await store.about("last");
  const list = part(page, "items");
  [...list.children].forEach((line) => { if (!lines.includes(line)) line.remove(); });
  lines.forEach((line, place) => { if (list.children[place] !== line) list.insertBefore(line, list.children[place] ?? null); });
  part(page, "more").hidden = heads.length <= MOST_SHOWN;
  part(page, "more-number").textContent = (heads.length - MOST_SHOWN).toLocaleString("id");
  part(page, "nothing").hidden = lines.length > 0;
  part(page, "send").hidden = !lines.length;
  part(page, "clock").textContent = last?.clock ?? "";
  part(page, "clock").hidden = !last?.clock;
  part(page, "receipt").hidden = !last?.receipt || lines.length > 0;
  if (last?.receipt) part(page, "receipt").querySelector("a").href = last.receipt;
  part(page, "signin").hidden = !owner ? false : !await store.about("signin");
}

export default async function start(page) {
  const places = page.dataset.places.split(" ");
  const isInstead = location.pathname !== places[0] || location.search.includes("sibuk");
  const connection = () => {
    part(page, "off").hidden = navigator.onLine;
    part(page, "busy").hidden = !navigator.onLine || !isInstead;
  };
  connection();
  part(page, "elsewhere").hidden = places.includes(location.pathname);
  addEventListener("online", connection);
  addEventListener("offline", connection);
  part(page, "send").addEventListener("click", () => document.dispatchEvent(new CustomEvent("outbox:send")));
  try {
    await store.about("current");
  } catch {
    part(page, "impossible").hidden = false;
    return;
  }
  await ready();
  await showPlan(page, await store.about("current"));
  let drawing = Promise.resolve();
  const draw = () => { drawing = drawing.then(() => showQueue(page)); };
  store.onChange(draw);
  draw();
}
