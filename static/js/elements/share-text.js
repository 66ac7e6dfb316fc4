// <share-text for="id of a field">: a button that gives its text to the device's own sheet; hidden where there is none.
class ShareText extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    button.hidden = !navigator.share;
    button.addEventListener("click", () => this.share());
  }

  async share() {
    const { value } = document.getElementById(this.getAttribute("for"));
    try {
      await navigator.share({ title: this.dataset.title, text: value });
    } catch {
      // Whoever closes the sheet has thought better of it.
    }
  }
}

customElements.define("share-text", ShareText);
