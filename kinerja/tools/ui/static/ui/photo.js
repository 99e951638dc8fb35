// Shows what was picked and shrinks camera photos before they are kept or sent, until they fit. Without this file all works,
// slower.

const MOST = 400_000; // bytes of a photo that waits on a device or goes over a poor connection
const STEPS = [[1600, 0.82], [1600, 0.65], [1280, 0.65], [1024, 0.6], [800, 0.5]]; // longest side, quality

async function shrunk(file) {
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
  const longest = Math.max(bitmap.width, bitmap.height);
  if (longest <= STEPS[0][0] && file.size <= MOST) return file;
  let blob = null;
  for (const [side, quality] of STEPS) {
    const scale = Math.min(1, side / longest);
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    blob = await new Promise((resolve) => { canvas.toBlob(resolve, "image/jpeg", quality); });
    if (blob && blob.size <= MOST) break;
  }
  bitmap.close();
  if (!blob || blob.size >= file.size) return file;
  return new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg", lastModified: file.lastModified });
}

function kilobytes(file) {
  return `${Math.max(1, Math.round(file.size / 1024)).toLocaleString("id")} KB`;
}

function show(box, files, changed) {
  const words = box.querySelector("[data-photo-words]");
  const image = box.querySelector("[data-photo-image]");
  const picture = files.find((file) => file.type.startsWith("image/"));
  if (image.src) URL.revokeObjectURL(image.src);
  if (picture) image.src = URL.createObjectURL(picture);
  else image.removeAttribute("src");
  const lead = changed ? words.dataset.wordsShrunk : words.dataset.wordsPicked;
  words.textContent = files.length ? `${lead} ${files.map((file) => `${file.name} (${kilobytes(file)})`).join(", ")}` : "";
  box.querySelector("[data-photo-preview]").hidden = !files.length;
}

// The chooser of a phone may hide the camera behind two taps: this opens it at once, and leaves the chooser as it was.
function offerCamera(button, input) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const { accept } = input;
    input.accept = "image/*";
    input.setAttribute("capture", "environment");
    input.click();
    input.removeAttribute("capture");
    input.accept = accept;
  });
}

export default function photo(box) {
  const input = box.querySelector("input[type=file]");
  const camera = box.querySelector("[data-photo-camera]");
  if (camera && matchMedia("(pointer: coarse)").matches) offerCamera(camera, input);
  input.addEventListener("change", async () => {
    const picked = [...input.files];
    const ready = await Promise.all(picked.map((file) =>
      /^image\/(jpeg|png|webp|heic)$/.test(file.type) ? shrunk(file).catch(() => file) : file));
    const changed = ready.some((file, index) => file !== picked[index]);
    if (changed) {
      const transfer = new DataTransfer();
      ready.forEach((file) => transfer.items.add(file));
      input.files = transfer.files;
    }
    show(box, ready, changed);
  });
}
