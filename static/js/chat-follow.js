// Keeps a page at the end of a conversation while one reads there, and leaves alone who has scrolled up: they get a pill.
const NEAR = 24; // so close to the end is at the end
const LATEST = { top: Number.MAX_SAFE_INTEGER, behavior: "instant" };

export class Follow {
  constructor(list, jump, { signal }) {
    Object.assign(this, { jump, follows: true, was: window.scrollY, width: list.clientWidth });
    const sizes = new ResizeObserver(() => this.onResize(list.clientWidth));
    sizes.observe(list);
    signal.addEventListener("abort", () => sizes.disconnect());
    window.addEventListener("scroll", () => this.onScroll(), { signal, passive: true });
    window.visualViewport?.addEventListener("resize", () => this.follows && this.toEnd(), { signal });
    jump.addEventListener("click", () => this.toEnd(), { signal });
  }

  // Only a person moves a page up: what is written makes it longer below.
  onScroll() {
    if (this.atEnd()) this.follows = true;
    else if (window.scrollY < this.was) this.follows = false;
    this.was = window.scrollY;
    if (this.follows) this.jump.hidden = true;
  }

  // Another width breaks the lines anew. (Another height may be something that was opened: that stays where it is.)
  onResize(width) {
    if (width !== this.width && this.follows) this.toEnd();
    this.width = width;
  }

  // After something came at the end.
  grown() {
    if (this.follows) this.toEnd();
    else this.jump.hidden = false;
  }

  toEnd() {
    this.follows = true;
    window.scrollTo(LATEST);
    this.jump.hidden = true;
  }

  atEnd() {
    return window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - NEAR;
  }
}
