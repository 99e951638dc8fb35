// Redraws a quadrant when the two radio groups named by data-rows and data-columns change; arrows walk the cells.

function chosen(name) {
  return document.querySelector(`input[name="${CSS.escape(name)}"]:checked`)?.value;
}

function redraw(figure) {
  const row = chosen(figure.dataset.rows);
  const column = chosen(figure.dataset.columns);
  const words = figure.querySelector("[data-quadrant-words]");
  for (const cell of figure.querySelectorAll("[data-row]")) {
    const current = cell.dataset.row === row && cell.dataset.column === column;
    cell.toggleAttribute("aria-current", current);
    if (current) {
      cell.setAttribute("aria-current", "true");
      words.textContent = words.dataset.wordsTemplate.replace("{label}", cell.dataset.words);
    }
    cell.tabIndex = current ? 0 : -1;
  }
}

const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

function walk(event) {
  const step = STEPS[event.key];
  const cell = event.target.closest("[data-row]");
  if (!step || !cell) return;
  const next = cell.closest("tbody").rows[cell.parentElement.sectionRowIndex + step[0]]?.cells[cell.cellIndex + step[1]];
  if (!next?.dataset.row) return;
  event.preventDefault();
  next.focus();
}

export default function quadrant(figure) {
  document.addEventListener("change", (event) => {
    if ([figure.dataset.rows, figure.dataset.columns].includes(event.target.name)) redraw(figure);
  });
  figure.addEventListener("keydown", walk);
  redraw(figure);
}
