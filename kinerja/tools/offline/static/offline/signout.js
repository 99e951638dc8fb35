// Signing out while something waits: send it now, keep it sealed for its owner, or discard it. Nothing is decided silently.

import { send } from "./sender.js";
import * as store from "./store.js";

const part = (root, name) => root.querySelector(`[data-part="${name}"]`);

async function leave(form) {
  await store.sealAwayAllBut(null); // keys and plan go; sealed items stay until their owner signs in here again
  await store.note("current", null);
  form.submit();
}

export default async function signOut(box) {
  const form = document.querySelector("form[data-sign-out-page]");
  let owner;
  try {
    owner = await store.about("current");
  } catch {
    return; // nothing can wait here
  }
  const show = async () => {
    const count = owner ? await store.countOf(owner) : 0;
    box.querySelectorAll("[data-number]").forEach((place) => {
      place.textContent = place.dataset.number.replace("{n}", count.toLocaleString("id"));
    });
    box.hidden = !count;
    form.hidden = count > 0;
    return count;
  };
  const say = (words) => {
    part(box, "says").textContent = words;
    part(box, "says").hidden = false;
  };
  form.addEventListener("submit", (event) => { event.preventDefault(); leave(form); });
  part(box, "send").addEventListener("click", async () => {
    say(box.dataset.sending);
    await send({ now: true });
    if (await show()) say((await store.itemsOf(owner)).some((each) => each.state === "DITOLAK") ? box.dataset.left : box.dataset.off);
    else await leave(form);
  });
  part(box, "seal").addEventListener("click", () => leave(form));
  part(box, "drop").addEventListener("click", () => { part(box, "sure").hidden = false; part(box, "sure-yes").focus(); });
  part(box, "sure-no").addEventListener("click", () => { part(box, "sure").hidden = true; });
  part(box, "sure-yes").addEventListener("click", async () => {
    await store.remove(...(await store.itemsOf(owner)).map((each) => each.seq));
    await leave(form);
  });
  store.onChange(show);
  await show();
}
