// What this device keeps (IndexedDB): items that wait and their files, one plan a person, keys, and who was here last.
// Nothing readable: contents are sealed (seal.js). Without IndexedDB every function rejects, and forms stay plain.

import { openDB } from "../vendor/idb.js";

const STRICT = { durability: "strict" }; // on the disk before we say "kept"
let opening = null;

function database() {
  opening ??= openDB("kinerja-luring", 1, {
    upgrade(db) {
      const items = db.createObjectStore("items", { keyPath: "seq", autoIncrement: true });
      items.createIndex("owner", "owner");
      items.createIndex("id", "id", { unique: true });
      db.createObjectStore("files", { keyPath: ["id", "number"] });
      db.createObjectStore("keys", { keyPath: ["owner", "kid"] }).createIndex("owner", "owner");
      db.createObjectStore("plans", { keyPath: "owner" });
      db.createObjectStore("meta");
    },
    blocking: (_current, _blocked, event) => { event.target.close(); opening = null; },
    terminated: () => { opening = null; },
  });
  opening.catch(() => { opening = null; });
  return opening;
}

async function change(names, act) {
  const transaction = (await database()).transaction(names, "readwrite", STRICT);
  let failed = null;
  const acting = act(transaction).catch((error) => {
    failed = error;
    try { transaction.abort(); } catch { /* it is over already */ }
  });
  // a full storage may show only at the end of the transaction: its own error says so, that of the act only "aborted"
  const ending = transaction.done.catch((error) => { throw error?.name === "QuotaExceededError" ? error : failed ?? error; });
  await Promise.all([acting, ending]);
  channel?.postMessage("changed");
  hear();
}

// Open pages and the worker hear of changes, many of them once.

const channel = "BroadcastChannel" in self ? new BroadcastChannel("kinerja-luring") : null;
const listeners = new Set();
let soon = 0;

function hear() {
  soon ||= setTimeout(() => { soon = 0; listeners.forEach((listener) => listener()); }, 100);
}

export function onChange(listener) {
  listeners.add(listener);
  if (channel) channel.onmessage = hear;
}

// Items, in the order in which they were written.

const filesOf = (id) => IDBKeyRange.bound([id, 0], [id, Infinity]);

async function drop(t, seq) {
  const found = await t.objectStore("items").get(seq);
  if (!found) return;
  await t.objectStore("files").delete(filesOf(found.id));
  await t.objectStore("items").delete(seq);
}

// The same id again (a form sent anew after going back) takes the place of the earlier one.
export const add = (added) => change(["items", "files"], async (t) => {
  for (const { item, files } of added) {
    const earlier = await t.objectStore("items").index("id").getKey(item.id);
    if (earlier) await drop(t, earlier);
    await t.objectStore("items").add(item);
    for (const file of files) await t.objectStore("files").add(file);
  }
});

export const remove = (...seqs) => change(["items", "files"], async (t) => { for (const seq of seqs) await drop(t, seq); });

// Changes an item that is still there; one that somebody removed meanwhile stays removed.
export const update = (seq, fields) => change("items", async (t) => {
  const found = await t.objectStore("items").get(seq);
  if (found) await t.objectStore("items").put({ ...found, ...fields });
});

export const itemsOf = async (owner) => (await database()).getAllFromIndex("items", "owner", owner);
export const filesFor = async ({ id }) => (await database()).getAll("files", filesOf(id));
export const countOf = async (owner) => (await database()).countFromIndex("items", "owner", owner);

export async function countOfOthers(owner) {
  const all = await (await database()).count("items");
  return owner ? all - await countOf(owner) : all;
}

// The first that may be sent: neither refused nor in the hands of a page.
export async function nextOf(owner) {
  const index = (await database()).transaction("items").store.index("owner");
  for await (const cursor of index.iterate(owner)) {
    if (cursor.value.state === "MENUNGGU" || cursor.value.state === "DIKIRIM") return cursor.value;
  }
  return null;
}

// Keys and plans.

export const keysOf = async (owner) => (await database()).getAllFromIndex("keys", "owner", owner);
export const keepKeys = (keys) => change("keys", async (t) => { for (const key of keys) await t.objectStore("keys").put(key); });
export const planOf = async (owner) => (await database()).get("plans", owner);
export const keepPlan = (plan) => change("plans", (t) => t.objectStore("plans").put(plan));

// Without its key, what a person left here can be read by nobody until that person signs in again.
export const sealAwayAllBut = (owner) => change(["keys", "plans"], async (t) => {
  for (const name of ["keys", "plans"]) {
    for await (const cursor of t.objectStore(name).iterate()) if (cursor.value.owner !== owner) await cursor.delete();
  }
});

export const about = async (name) => (await database()).get("meta", name);
export const note = (name, value) => change("meta", (t) => t.objectStore("meta").put(value, name));
