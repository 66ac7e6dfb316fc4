// A large photo made smaller before it is sent: the bars stay sharp, the line stays free. What cannot be drawn here
// (some browsers open no HEIC) is left as it is, for the server to judge.
const LARGE = 4_000_000; // bytes from which it is worth it
const WIDEST = 2400;

export async function smallPhoto(photo) {
  if (photo.size < LARGE) return photo;
  try {
    const picture = await createImageBitmap(photo);
    const scale = Math.min(1, WIDEST / Math.max(picture.width, picture.height));
    const canvas = Object.assign(document.createElement("canvas"), { width: picture.width * scale, height: picture.height * scale });
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    const smaller = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.9));
    return new File([smaller], "photo.jpg", { type: "image/jpeg" });
  } catch {
    return photo;
  }
}

// So that a form sends the smaller one.
export async function shrinkIn(input) {
  const smaller = await smallPhoto(input.files[0]);
  if (smaller === input.files[0]) return;
  const files = new DataTransfer();
  files.items.add(smaller);
  input.files = files.files;
}
