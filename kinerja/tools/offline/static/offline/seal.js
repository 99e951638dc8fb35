// AES-GCM under a key of the person. The server gives its bytes to that person's session alone; the browser keeps it as a
// CryptoKey whose bytes no script can read. What a piece belongs to is part of the seal: pieces cannot be exchanged.

import * as store from "./store.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

// The first seal closes, all of them open (after the installation's secret was changed, older ones are given too).
export async function learn(owner, seals) {
  const known = new Set((await store.keysOf(owner)).map((each) => each.kid));
  const keys = [];
  for (const [order, text] of seals.entries()) {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const kid = [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const key = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
    keys.push({ owner, kid, key, order });
  }
  if (keys.some(({ kid }) => !known.has(kid))) await store.keepKeys(keys);
}

export async function close(owner, content, about) {
  const [{ key, kid }] = (await store.keysOf(owner)).sort((one, other) => one.order - other.order);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = content instanceof ArrayBuffer ? content : encoder.encode(JSON.stringify(content));
  const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: encoder.encode(about) }, key, bytes);
  return { kid, iv, data };
}

export async function open(owner, { kid, iv, data }, about) {
  const found = (await store.keysOf(owner)).find((each) => each.kid === kid);
  if (!found) throw new Error("the key of this seal is not on this device");
  return crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: encoder.encode(about) }, found.key, data);
}

export const openWords = async (owner, sealed, about) => JSON.parse(decoder.decode(await open(owner, sealed, about)));
export const isReady = async (owner) => (await store.keysOf(owner)).length > 0;
