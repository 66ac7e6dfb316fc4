// <notice-board>: where the server's messages stand. They go by themselves after a while, but never while one reads them
// (pointer or focus on them), and never when they hold something to do.
const BEFORE_LEAVING = 7000;

class NoticeBoard extends HTMLElement {
  connectedCallback() {
    this.list = this.querySelector("ul");
    this.addEventListener("click", (event) => this.onClick(event));
    new MutationObserver((changes) => this.onChange(changes)).observe(this.list, { childList: true });
    for (const notice of this.list.children) this.arrive(notice);
  }

  onChange(changes) {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) if (node instanceof HTMLElement) this.arrive(node);
    }
  }

  arrive(notice) {
    if (notice.hasAttribute("data-stays")) return;
    setTimeout(() => this.leaveWhenRead(notice), BEFORE_LEAVING);
  }

  leaveWhenRead(notice) {
    if (!notice.isConnected) return;
    if (notice.matches(":hover, :focus-within")) setTimeout(() => this.leaveWhenRead(notice), 2000);
    else this.leave(notice);
  }

  leave(notice) {
    notice.setAttribute("data-leaving", "");
    setTimeout(() => notice.remove(), 300);
  }

  onClick(event) {
    const notice = event.target.closest(".notice");
    if (!notice || !event.target.closest("[data-close], [data-retry]")) return;
    if (event.target.closest("[data-retry]")) notice.dispatchEvent(new CustomEvent("notice:retry"));
    this.leave(notice);
  }

  // Shows one of the templates that the server drew; `retry` is called by its button.
  show(name, retry) {
    if (this.list.querySelector(`[data-name="${name}"]`)) return;
    const notice = this.querySelector(`template[data-notice="${name}"]`).content.firstElementChild.cloneNode(true);
    notice.dataset.name = name;
    if (retry) notice.addEventListener("notice:retry", retry, { once: true });
    else notice.querySelector("[data-retry]")?.remove();
    this.list.append(notice);
  }
}

customElements.define("notice-board", NoticeBoard);

export function showNotice(name, retry) {
  document.querySelector("notice-board")?.show(name, retry);
}
