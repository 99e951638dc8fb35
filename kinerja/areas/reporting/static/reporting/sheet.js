// Keeps what is typed into "Catat progres" as a draft, a little after the last key and when the page is left. Files are not kept.
// Without this file everything works; only what is typed and not sent goes with the page.

const PAUSE = 1500;

function kept(form) {
  const data = new FormData(form);
  [...data].forEach(([name, value]) => { if (value instanceof File) data.delete(name); });
  return data;
}

export default function sheet(form) {
  const words = form.querySelector("[data-draft-words]");
  let waiting = 0;
  let changed = false;

  async function keep() {
    clearTimeout(waiting);
    if (!changed) return;
    changed = false;
    try {
      const answer = await fetch(form.dataset.draft, { method: "POST", body: kept(form), keepalive: true, credentials: "same-origin" });
      if (!answer.ok) throw new Error(answer.status);
      words.textContent = words.dataset.kept;
      words.hidden = false;
    } catch {
      changed = true; // no connection: the next key tries again
    }
  }

  form.addEventListener("input", () => {
    changed = true;
    clearTimeout(waiting);
    waiting = setTimeout(keep, PAUSE);
  });
  form.addEventListener("submit", () => {
    changed = false;
    clearTimeout(waiting);
  });
  document.addEventListener("visibilitychange", () => { if (document.hidden) keep(); });
}
