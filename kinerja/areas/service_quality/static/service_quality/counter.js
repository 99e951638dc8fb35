// Big plus and minus around the numbers. Without this script the numbers are typed.
export default function counter(root) {
  const rows = new Map([...root.querySelectorAll("[data-counter]")].map((row) => [row.dataset.counter, row]));
  const input = (name) => rows.get(name)?.querySelector("input");
  const value = (name) => Number.parseInt(input(name).value, 10) || 0;
  const set = (name, number) => {
    if (input(name)) input(name).value = String(number);
  };

  for (const [name, row] of rows) {
    for (const button of row.querySelectorAll("[data-step]")) {
      button.hidden = false;
      button.addEventListener("click", () => {
        const step = Number(button.dataset.step);
        set(name, value(name) + step);
        // whoever is served to standard is served; whoever was not served was not served to standard either
        if (name === "to_standard") set("served", value("served") + step);
        else if (input("to_standard") && value("to_standard") > value("served")) set("to_standard", value("served"));
      });
    }
  }
}
