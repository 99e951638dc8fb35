// A button that prints the page; without JavaScript it stays hidden and the browser's own menu prints.
export default function printing(button) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
