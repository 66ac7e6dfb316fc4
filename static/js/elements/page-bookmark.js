// <page-bookmark data-program>: makes its link and its box the bookmark. No page of ours holds a program as an address
// until somebody's browser writes it there.
class PageBookmark extends HTMLElement {
  connectedCallback() {
    const address = `javascript:${this.dataset.program}`;
    this.querySelector("a.bookmark").href = address;
    this.querySelector("input").value = address;
  }
}

customElements.define("page-bookmark", PageBookmark);
