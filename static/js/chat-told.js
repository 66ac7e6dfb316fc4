// What a conversation says to be heard, never word by word: that an answer begins and ends, and what came of a change.
export class Told {
  constructor(stream, status, { signal }) {
    this.status = status;
    stream.addEventListener("htmx:afterSettle", ({ target }) => this.decided(target), { signal });
  }

  answer(message) {
    const waiting = message.querySelector(".proposal[data-state=open]");
    const { state } = message.dataset;
    const told = message.querySelector("[data-queued]") ? "queued" : state;
    this.status.textContent = this.status.dataset[waiting && state === "done" ? "waiting" : told] ?? this.status.dataset.failed;
  }

  // What was decided here has the focus.
  decided(target) {
    const came = target.matches(".proposal, .offers") && document.activeElement.closest(".proposal")?.querySelector(".result");
    if (came) this.status.textContent = came.innerText;
  }
}
