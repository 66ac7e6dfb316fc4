// <start-timer data-seconds data-name>10 minutes</start-timer>: the words become a button that starts a timer.
class StartTimer extends HTMLElement {
  connectedCallback() {
    if (this.querySelector("button")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...this.childNodes);
    button.addEventListener("click", () => this.start());
    this.append(button);
  }

  start() {
    const detail = { seconds: Number(this.dataset.seconds), name: this.dataset.name, said: this.textContent };
    this.dispatchEvent(new CustomEvent("timer:start", { bubbles: true, detail }));
  }
}

customElements.define("start-timer", StartTimer);
