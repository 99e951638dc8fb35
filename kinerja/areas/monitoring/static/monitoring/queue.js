// Persetujuan by keyboard: j and k move between reports, t accepts, r returns, x chooses. Never while somebody types.
// What is chosen stays chosen when the list is fetched anew because a report arrived.
const chosen = new Set();

export default function queue(list) {
  const cards = () => [...list.querySelectorAll("[data-waiting]")];
  for (const box of list.querySelectorAll("[data-choose]")) {
    if (chosen.has(box.value)) box.checked = true;
    if (box.checked) chosen.add(box.value);
  }
  list.addEventListener("change", ({ target }) => {
    if (target.matches("[data-choose]")) chosen[target.checked ? "add" : "delete"](target.value);
  });
  list.addEventListener("keydown", (event) => {
    if (event.target.closest("input:not([type=checkbox]), textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = cards();
    const here = all.indexOf(document.activeElement.closest("[data-waiting]"));
    if (event.key === "j") all[Math.min(here + 1, all.length - 1)]?.focus();
    else if (event.key === "k") all[Math.max(here - 1, 0)]?.focus();
    else if (event.key === "t" && here >= 0) all[here].querySelector("[data-accept]").click();
    else if (event.key === "x" && here >= 0) all[here].querySelector("[data-choose]")?.click();
    else if (event.key === "r" && here >= 0) all[here].querySelector("[data-return]").click();
  });
}
