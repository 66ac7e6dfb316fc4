// <chat-composer>: Enter sends, Shift+Enter begins a new line; what an input method is still composing is left to it.

const COMPOSING = 229; // what Safari tells while an input method has the keyboard

class ChatComposer extends HTMLElement {
  connectedCallback() {
    this.addEventListener("keydown", (event) => this.onKey(event));
  }

  onKey(event) {
    const { target } = event;
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === COMPOSING) return;
    if (!target.matches("textarea")) return;
    event.preventDefault();
    const send = target.form?.querySelector("button.send");
    if (target.value.trim() && send?.offsetParent) target.form.requestSubmit(send);
  }
}

customElements.define("chat-composer", ChatComposer);
