// A form that loses nothing: whatever is sent is kept on this device first. With a connection the page then sends it itself,
// as without this file; without one, or while older items wait, it joins the queue.
//
// <form data-outbox>: a row is a hidden field "…-key" (its id) and the fields that begin alike; what it is called stands in
// data-outbox-row around it. data-outbox-only: the page cannot send it itself (it was kept for days, its token is long gone).

import * as queue from "./queue.js";
import * as store from "./store.js";

const passing = new WeakSet();

const isFilled = (field) => field.type === "file" ? field.files.length > 0 : /-(value|note)$/.test(field.name) && field.value.trim();

function rowsOf(form) {
  return [...form.querySelectorAll("[name$='-key']")].map((key) => {
    const start = key.name.slice(0, -"key".length);
    return { key, start, fields: [...form.elements].filter((field) => field.name.startsWith(start)) };
  });
}

function gather(form) {
  const rows = rowsOf(form);
  const all = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken" && name !== "_retry_key");
  const common = all.filter(([name, value]) => !rows.some(({ start }) => name.startsWith(start)) && typeof value === "string");
  return rows.filter(({ fields }) => fields.some(isFilled)).map(({ key, start, fields }) => {
    const own = all.filter(([name]) => name.startsWith(start));
    const said = (name) => fields.find((field) => field.name === `${start}${name}`)?.value.trim() ?? "";
    return {
      rowFields: fields,
      id: key.value,
      fields: [...common, ...own.filter(([, content]) => typeof content === "string")],
      files: own.filter(([, content]) => content instanceof File && content.size),
      label: {
        name: key.closest("[data-outbox-row]")?.dataset.outboxRow ?? "",
        value: said("value"),
        day: said("day") || (form.elements.day?.value ?? ""),
      },
    };
  });
}

export function empty(fields) {
  for (const field of fields) {
    if (field.name.endsWith("-key")) field.value = queue.newId();
    else if (field.type !== "hidden") field.value = "";
    if (field.type === "file") field.dispatchEvent(new Event("change"));
  }
}

function say(form, name) {
  const place = form.querySelector("[data-outbox-says]");
  place.textContent = place.dataset[name];
  place.hidden = false;
  place.scrollIntoView({ block: "nearest" });
}

async function keep(form, items, owner) {
  if (items.some(({ label }) => !label.value)) return say(form, "needsValue");
  await queue.put(owner, items);
  if (form.dataset.replaces) await store.remove(Number(form.dataset.replaces));
  delete form.dataset.replaces;
  items.forEach((item) => empty(item.rowFields));
  say(form, "kept");
  return document.dispatchEvent(new CustomEvent("outbox:send"));
}

async function pass(form, items, owner, submitter) {
  await queue.put(owner, items, "DITAWARKAN");
  passing.add(form);
  form.requestSubmit(submitter);
}

export default function enhance(form, owner) {
  let busy = false;
  form.addEventListener("submit", async (event) => {
    if (passing.delete(form)) return;
    if (event.submitter?.name) return; // a button that asks for help with filling, not for sending
    const items = gather(form);
    const only = "outboxOnly" in form.dataset;
    if (!items.length && !only) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    try {
      if (!items.length) say(form, "needsValue");
      else if (only || !navigator.onLine || await store.countOf(owner)) await keep(form, items, owner);
      else await pass(form, items, owner, event.submitter);
    } catch (error) {
      const isFull = error.name === "QuotaExceededError" || error.inner?.name === "QuotaExceededError";
      say(form, isFull ? "full" : "failed");
      if (navigator.onLine && !only) {
        passing.add(form);
        form.requestSubmit(event.submitter);
      }
    } finally {
      busy = false;
    }
  });
}
