// The service worker: a page when there is no connection, the files of one version, and sending when the page is gone.
// Pages of people are never kept: they come from the server or not at all.

import { send } from "./sender.js";

const PATIENCE = 10_000; // a connection that answers nothing is none; only where the kept page has something to show

export function start({ version, files, shell, places, notice }) {
  const name = `kinerja-${version}`;
  const kept = new Set(files);
  let stale = false; // the server is newer than this worker: its pages want its own files

  self.addEventListener("install", (event) => {
    const fresh = [...files, shell].map((file) => new Request(file, { cache: "no-cache" }));
    event.waitUntil(caches.open(name).then((cache) => cache.addAll(fresh)).then(() => self.skipWaiting()));
  });

  // What waits lies in IndexedDB and outlives every version; only files of older versions go.
  self.addEventListener("activate", (event) => {
    const old = async () => (await caches.keys()).filter((each) => each.startsWith("kinerja-") && each !== name);
    event.waitUntil(old().then((all) => Promise.all(all.map((each) => caches.delete(each)))).then(() => self.clients.claim()));
  });

  const fromCache = async (path) => (await caches.open(name)).match(path, { ignoreVary: true });

  function answered(request) {
    const { pathname } = new URL(request.url);
    if (request.method !== "GET" || !places.includes(pathname)) return fetch(request);
    const silence = new Promise((_resolve, reject) => { setTimeout(() => reject(new Error("no answer")), PATIENCE); });
    return Promise.race([fetch(request), silence]);
  }

  // the server is too busy: what a form held is in the queue already, and a report can be written without the server
  async function busy(request) {
    if (request.method !== "GET") return Response.redirect(`${shell}?sibuk=1`, 303);
    return [...places, shell].includes(new URL(request.url).pathname) ? fromCache(shell) : null;
  }

  async function page(request) {
    try {
      const answer = await answered(request);
      const theirs = answer.headers.get("X-Kinerja-Version");
      stale = Boolean(theirs) && theirs !== version;
      if (stale) self.registration.update().catch(() => null);
      if (answer.status === 503) return await busy(request) ?? answer;
      return answer;
    } catch (error) {
      // what a form held is in the queue already: its page shows it
      if (request.method !== "GET") return Response.redirect(shell, 303);
      const instead = await fromCache(shell);
      if (!instead) throw error;
      return instead;
    }
  }

  async function file(request, path) {
    const own = await fromCache(path);
    if (own && !stale) return own;
    return fetch(request).catch((error) => { if (own) return own; throw error; });
  }

  self.addEventListener("fetch", (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (origin !== self.location.origin) return;
    if (request.mode === "navigate") event.respondWith(page(request));
    else if (request.method === "GET" && kept.has(pathname)) event.respondWith(file(request, pathname));
  });

  // Background Sync, where the browser has it: it asks again by itself while something is left.
  self.addEventListener("sync", (event) => {
    if (event.tag === "kirim") event.waitUntil(send().then(({ left }) => { if (left) throw new Error("still waiting"); }));
  });

  // A push brings no words: what is shown lies here. One notice on the device at a time.
  self.addEventListener("push", (event) => {
    event.waitUntil(self.registration.showNotification(notice.title, { body: notice.words, tag: "kabar" }));
  });

  self.addEventListener("notificationclick", (event) => {
    event.notification.close();
    event.waitUntil(self.clients.openWindow(notice.page));
  });
}
