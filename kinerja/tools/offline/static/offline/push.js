// "Nyalakan di perangkat ini": permission is asked at the press, never before. The form then sends what the browser gave.
//
// <form data-module data-push-key="…"> with a hidden field in data-push-field, the button, and data-push-says for sentences.

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));

async function subscribed(form) {
  if (await Notification.requestPermission() !== "granted") return null;
  const worker = await navigator.serviceWorker.ready;
  const options = { userVisibleOnly: true, applicationServerKey: bytes(form.dataset.pushKey) };
  const old = await worker.pushManager.getSubscription();
  await old?.unsubscribe(); // it may belong to another person, or to an older key of this installation
  return worker.pushManager.subscribe(options);
}

export default function offer(form) {
  const says = form.querySelector("[data-push-says]");
  const say = (name) => { says.textContent = form.dataset[name]; says.hidden = false; };
  if (!("PushManager" in self && "serviceWorker" in navigator && "Notification" in self)) return say("pushImpossible");
  form.querySelector("button").hidden = false;
  return form.addEventListener("submit", async (event) => {
    const field = form.querySelector("[data-push-field]");
    if (field.value) return;
    event.preventDefault();
    try {
      const given = await subscribed(form);
      if (!given) return void say("pushDenied");
      const { endpoint, keys } = given.toJSON();
      field.value = JSON.stringify({ endpoint, ...keys });
      form.requestSubmit();
    } catch {
      say("pushFailed");
    }
  });
}
