// Says in a group that somebody is writing, for as long as they do: told by sockets, kept nowhere.
const SHOWN = 5_000;

export class Writing {
  names = new Map();

  constructor(stream, socket, { signal }) {
    this.socket = socket;
    this.line = stream.querySelector(".writing"); // there is none where nobody else reads
    if (this.line) stream.addEventListener("input", ({ target }) => target.matches(".words textarea") && socket.write(), { signal });
  }

  hear(name) {
    clearTimeout(this.names.get(name));
    this.names.set(name, setTimeout(() => this.forget(name), SHOWN));
    this.show();
  }

  forget(name) {
    this.names.delete(name);
    this.show();
  }

  // What was being written is there: whoever writes on says so anew.
  forgetAll() {
    this.socket.wrote = 0;
    for (const timer of this.names.values()) clearTimeout(timer);
    this.names.clear();
    this.show();
  }

  show() {
    if (!this.line) return;
    const names = [...this.names.keys()];
    const words = names.length > 1 ? this.line.dataset.several : this.line.dataset.one;
    this.line.textContent = names.length ? words.replace("{names}", () => names.join(", ")) : "";
  }
}
