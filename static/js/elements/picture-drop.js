// <picture-drop>: around a field of pictures. Pictures can be dropped on it; large photos are made smaller before they are
// sent, and small ones of them are shown. With data-sends the form goes off as soon as some are chosen.
import { smallPhoto } from "../small-photo.js";

class PictureDrop extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("input[type=file]");
    this.field.addEventListener("change", () => this.take([...this.field.files]));
    this.addEventListener("dragover", (event) => this.onOver(event));
    this.addEventListener("dragleave", () => this.removeAttribute("data-over"));
    this.addEventListener("drop", (event) => this.onDrop(event));
  }

  onOver(event) {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    this.setAttribute("data-over", "");
  }

  onDrop(event) {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    this.removeAttribute("data-over");
    this.take([...event.dataTransfer.files]);
  }

  async take(photos) {
    const files = new DataTransfer();
    for (const photo of photos) files.items.add(await smallPhoto(photo));
    this.field.files = files.files;
    this.show([...files.files]);
    if ("sends" in this.dataset && files.files.length) this.field.form.requestSubmit();
  }

  show(photos) {
    const chosen = this.querySelector(".chosen");
    if (!chosen) return;
    chosen.hidden = !photos.length;
    for (const old of chosen.children) URL.revokeObjectURL(old.src);
    chosen.replaceChildren(...photos.map((photo) => {
      const picture = Object.assign(new Image(), { alt: photo.name, src: URL.createObjectURL(photo) });
      picture.addEventListener("error", () => picture.remove());
      return picture;
    }));
  }
}

customElements.define("picture-drop", PictureDrop);
