// Persetujuan by keyboard: j and k move between reports, t accepts, r returns. Never while somebody types.
export default function queue(list) {
  const cards = () => [...list.querySelectorAll("[data-waiting]")];
  list.addEventListener("keydown", (event) => {
    if (event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = cards();
    const here = all.indexOf(document.activeElement.closest("[data-waiting]"));
    if (event.key === "j") all[Math.min(here + 1, all.length - 1)]?.focus();
    else if (event.key === "k") all[Math.max(here - 1, 0)]?.focus();
    else if (event.key === "t" && here >= 0) all[here].querySelector("[data-accept]").click();
    else if (event.key === "r" && here >= 0) all[here].querySelector("[data-return]").click();
  });
}
