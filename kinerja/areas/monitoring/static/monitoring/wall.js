// A screen on a wall: says when its figures are old, shows the units in turns, goes dark when its link was taken back.
const OLD = 90_000;
const TURN = 12_000;

let fresh = Date.now();
let turn = 0;

function show() {
  const turns = [...document.querySelectorAll("[data-wall-turn]")];
  turns.forEach((each, number) => { each.hidden = turns.length > 1 && number !== turn % turns.length; });
}

export default function wall(notice) {
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (detail.successful) {
      fresh = Date.now();
      notice.hidden = true;
      const hour = /data-wall-now>([^<]+)</.exec(detail.xhr.responseText)?.[1];
      if (hour) document.querySelector("[data-wall-now]").textContent = hour;
      document.documentElement.classList.remove("wall-is-old");
    } else if (detail.xhr.status === 404) location.reload();
  });
  document.addEventListener("htmx:afterSwap", show);
  setInterval(() => { turn += 1; show(); }, TURN);
  setInterval(() => {
    if (Date.now() - fresh < OLD || !notice.hidden) return;
    notice.querySelector("[data-wall-hour]").textContent = document.querySelector("[data-wall-now]").textContent;
    notice.hidden = false;
    document.documentElement.classList.add("wall-is-old");
  }, 1_000);
  show();
}
