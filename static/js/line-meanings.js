// What lines would mean, asked for once each and a moment after the last key: shown beside their rows.
const PAUSE = 350;

export class Meanings {
  constructor(url) {
    this.url = url;
    this.known = new Map([["", ""]]);
  }

  show(rows, textOf) {
    this.rows = rows.map((row) => [row.querySelector(".meant"), textOf(row)]);
    this.draw();
    clearTimeout(this.timer);
    if (this.rows.some(([, text]) => !this.known.has(text))) this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  draw() {
    for (const [place, text] of this.rows) {
      const found = this.known.get(text);
      if (found !== undefined && place.innerHTML !== found) place.innerHTML = found;
      place.toggleAttribute("data-waits", found === undefined);
    }
  }

  async ask() {
    const lines = [...new Set(this.rows.map(([, text]) => text))].filter((text) => !this.known.has(text));
    const body = new FormData();
    for (const line of lines) body.append("line", line);
    body.append("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
    try {
      const answer = await fetch(this.url, { method: "POST", body, headers: { "HX-Request": "true" } });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      [...page.querySelectorAll("li")].forEach((item, at) => this.known.set(lines[at], item.innerHTML.trim()));
      this.draw();
    } catch {
      // No network: the lines stand there all the same, and the next key asks again.
    }
  }
}
