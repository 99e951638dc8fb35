// The queue of one person: put a filled form in, take it out again. Each item has an id made here, the device's time, a number.

import * as seal from "./seal.js";
import * as store from "./store.js";

// Time first, so that the server's index grows at its end (UUIDv7).
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  new DataView(bytes.buffer).setBigUint64(0, (BigInt(Date.now()) << 16n) | BigInt((bytes[6] << 8) | bytes[7]));
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

async function closed(owner, { id, fields, files, label }, state) {
  const parts = [];
  for (const [number, [name, file]] of files.entries()) {
    const sealed = await seal.close(owner, await file.arrayBuffer(), `${id}:${number}`);
    const about = await seal.close(owner, { name, file: file.name, type: file.type }, `${id}:${number}:about`);
    parts.push({ id, number, about, ...sealed });
  }
  const body = await seal.close(owner, { fields, label }, id);
  return { item: { id, owner, at: Date.now(), state, tries: 0, says: "", body }, files: parts };
}

// All of them or none. `fields` are pairs of names and texts, `files` pairs of names and files, `label` what a person calls
// it. `state`: MENUNGGU (waits), or DITAWARKAN while the page itself is sending it; later DIKIRIM, or DITOLAK with a reason.
export async function put(owner, items, state = "MENUNGGU") {
  const ready = [];
  for (const item of items) ready.push(await closed(owner, item, state));
  await store.add(ready);
  navigator.storage?.persist?.();
}

export async function read(item) {
  const { fields, label } = await seal.openWords(item.owner, item.body, item.id);
  const files = [];
  for (const part of await store.filesFor(item)) {
    const bytes = await seal.open(item.owner, part, `${item.id}:${part.number}`);
    const { name, file, type } = await seal.openWords(item.owner, part.about, `${item.id}:${part.number}:about`);
    files.push([name, new File([bytes], file, { type })]);
  }
  return { fields, label, files };
}

export async function labelOf(item) {
  return (await seal.openWords(item.owner, item.body, item.id)).label;
}

export const today = async () => {
  const { server = 0, device = 0 } = (await store.about("contact")) ?? {};
  const shown = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Jakarta" });
  return shown.format(new Date(Date.now() + server - device)); // the device's clock, put right as it was at the last contact
};
