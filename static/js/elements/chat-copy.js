// <chat-copy for="id">: a button that copies the words of a message. Without JavaScript it is not there.
class ChatCopy extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", () => this.copy());
  }

  async copy() {
    const words = document.getElementById(this.getAttribute("for"));
    try {
      await navigator.clipboard.writeText(words.innerText);
    } catch {
      if (!copyOldWay(words)) return; // plain http has no clipboard
    }
    this.dataset.state = "copied";
    this.querySelector("[role=status]").textContent = this.dataset.done;
    setTimeout(() => { delete this.dataset.state; }, 2000);
  }
}

function copyOldWay(words) {
  const selection = getSelection();
  selection.selectAllChildren(words);
  return document.execCommand("copy");
}

customElements.define("chat-copy", ChatCopy);
