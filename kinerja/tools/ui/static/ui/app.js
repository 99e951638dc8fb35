// What every page needs: modules started by data attributes, the theme, closing menus, copying, glowing what changed.
// An element with data-module="/static/…/x.js" gets that module's default function called with it, once.

const started = new WeakSet();

function within(root, selector) {
  const found = [...root.querySelectorAll(selector)];
  return root.matches?.(selector) ? [root, ...found] : found;
}

async function startModule(element) {
  if (started.has(element)) return;
  started.add(element);
  const module = await import(element.dataset.module);
  module.default(element);
}

function copy(button) {
  const words = button.querySelector("[data-copy-words]");
  const source = button.parentElement.querySelector("[data-copy-source]");
  navigator.clipboard.writeText(source.textContent.trim()).then(() => {
    words.textContent = words.dataset.copyDone;
  });
}

function switchTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  document.cookie = `theme=${root.dataset.theme};path=/;max-age=31536000;samesite=lax`;
}

function prepare(root) {
  within(root, "[data-module]").forEach(startModule);
  within(root, "[data-theme-switch]").forEach((button) => { button.hidden = false; });
  if (navigator.clipboard) within(root, "[data-copy]").forEach((button) => { button.hidden = false; });
  within(root, "[data-error-summary], [data-focus]").forEach((told) => told.focus());
}

document.addEventListener("click", (event) => {
  const { target } = event;
  const opener = target.closest("[data-dialog-open]");
  const dialog = opener && document.querySelector(`dialog[data-dialog="${CSS.escape(opener.dataset.dialogOpen)}"]`);
  if (dialog?.showModal) {
    event.preventDefault();
    dialog.showModal();
  }
  if (target.closest("[data-dialog-close]")) target.closest("dialog")?.close();
  if (target.closest("[data-copy]")) copy(target.closest("[data-copy]"));
  if (target.closest("[data-theme-switch]")) switchTheme();
  document.querySelectorAll("[data-menu][open]").forEach((menu) => {
    if (!menu.contains(target)) menu.open = false;
  });
});

// How long the page was visible before its form was sent, in steps of five seconds: all that is measured, sent with the form.
let visible = 0;
let since = document.hidden ? 0 : performance.now();
document.addEventListener("visibilitychange", () => {
  if (document.hidden) visible += performance.now() - since;
  else since = performance.now();
});

document.addEventListener("submit", ({ target }) => {
  if (target.method !== "post") return;
  const spent = target.querySelector("input[name=_spent]") ?? target.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name: "_spent" }));
  spent.value = 5 * Math.ceil((visible + (document.hidden ? 0 : performance.now() - since)) / 5000);
});

document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector("[data-menu][open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

document.addEventListener("animationend", (event) => {
  if (event.animationName === "glow") event.target.closest(".just-changed")?.classList.remove("just-changed");
});

// A refusal answers in its own place above the content, wherever the request came from.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const place = document.querySelector("[data-refusals]");
  if (!place || detail.xhr.status < 400 || !detail.xhr.responseText.includes("data-refusal")) return;
  detail.shouldSwap = true;
  detail.target = place;
  detail.swapOverride = "innerHTML";
  place.scrollIntoView({ block: "center" });
});

// A part that is fetched anew takes the focus with it unless its element has an id: find the same one in the new part.
const REACHED = "a[href], button, summary, input, select, textarea, [tabindex]";
let left = null;

function signOf(element) {
  const { action } = element.form ?? {};
  return [element.tagName, element.getAttribute("href") ?? element.name, action, element.textContent.trim()].join(" ");
}

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const here = document.activeElement;
  if (here?.id || here === document.body || !detail.target.contains(here)) return;
  const sign = signOf(here);
  const alike = [...detail.target.querySelectorAll(REACHED)].filter((each) => signOf(each) === sign);
  left = { sign, which: alike.indexOf(here) };
});

document.addEventListener("htmx:afterSettle", () => {
  if (left && document.activeElement === document.body) {
    const alike = [...document.querySelectorAll(`main :is(${REACHED})`)].filter((each) => signOf(each) === left.sign);
    (alike[left.which] ?? alike[0])?.focus({ preventScroll: true });
  }
  left = null;
});

function trouble(hidden) {
  const box = document.querySelector("[data-trouble]");
  if (box) box.hidden = hidden;
}

document.addEventListener("htmx:beforeRequest", () => trouble(true));
document.addEventListener("htmx:sendError", () => trouble(false));
document.addEventListener("htmx:responseError", ({ detail }) => { if (detail.xhr.status >= 500) trouble(false); });

prepare(document);
document.addEventListener("htmx:load", (event) => prepare(event.detail.elt));
