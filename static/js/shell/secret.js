// <secret-field>: shows what is typed into a password field while its button is pressed in.
class SecretField extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector("input");
    this.button = this.querySelector("button");
    this.button.hidden = false;
    this.button.addEventListener("click", () => this.show(this.input.type === "password"));
    this.input.form?.addEventListener("submit", () => this.show(false));
  }

  show(isShown) {
    this.input.type = isShown ? "text" : "password";
    this.button.setAttribute("aria-pressed", String(isShown));
  }
}

customElements.define("secret-field", SecretField);
