// <passkey-trouble>: says in words when the device or the browser did not give a passkey (django-allauth's script
// reports it as the event "allauth.error"), and why where the browser has none at all.
class PasskeyTrouble extends HTMLElement {
  connectedCallback() {
    this.setAttribute("role", "alert");
    document.addEventListener("allauth.error", (event) => {
      event.preventDefault();
      this.say(window.PublicKeyCredential ? this.dataset.refused : this.dataset.unable);
    });
  }

  say(text) {
    const line = document.createElement("p");
    line.className = "wrong small";
    line.textContent = text;
    this.replaceChildren(line);
  }
}

customElements.define("passkey-trouble", PasskeyTrouble);
