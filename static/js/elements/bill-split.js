// <bill-split>: around the form of a bill. Says beside each person what they owe, and below what is still nobody's, while
// one types; the form works without it. Words come from data attributes, the arithmetic from coins.js.
import { apportion, readCoins, readWeight, tellCoins, tellWeight, weighItems } from "../coins.js";

const MOST_ITEMS = 100;
const HUNDRED = 100_000n; // percent, in thousandths

class BillSplit extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.decimals = Number(this.dataset.decimals);
    this.language = document.documentElement.lang;
    this.left = this.querySelector("[data-left]");
    this.more = this.querySelector("[data-more]");
    this.more.type = "button";
    this.more.addEventListener("click", () => this.addItem());
    this.form.addEventListener("input", () => this.reckon());
    this.reckon();
  }

  // Who paid first, as the odd coins go by this order.
  get rows() {
    const payer = this.form.elements.paid_by.value;
    const rows = [...this.querySelectorAll("[data-person]")];
    return rows.sort((one, other) => (other.dataset.person === payer) - (one.dataset.person === payer));
  }

  field(row, name) {
    return this.form.elements[`${row.dataset.person}-${name}`];
  }

  tell(coins) {
    return tellCoins(coins, this.decimals, this.dataset.pattern, this.language);
  }

  reckon() {
    const total = readCoins(this.form.elements.total.value, this.decimals) ?? 0n;
    const mode = this.form.elements.mode.value;
    const rows = this.rows;
    const ways = { equal: "equally", exact: "byAmounts", percent: "byPercent", shares: "byShares", items: "byItems" };
    const { shares, left = "", wrong = false } = this[ways[mode] ?? "equally"](total, rows);
    rows.forEach((row, at) => {
      const share = row.querySelector("[data-share]");
      share.textContent = total && shares[at] ? this.tell(shares[at]) : "";
    });
    this.left.textContent = total ? left : "";
    this.left.dataset.state = wrong ? "wrong" : "";
  }

  equally(total, rows) {
    return { shares: apportion(total, rows.map((row) => (this.field(row, "shares_it").checked ? 1n : 0n))) };
  }

  byAmounts(total, rows) {
    const shares = rows.map((row) => readCoins(this.field(row, "exact").value, this.decimals) ?? 0n);
    const open = total - shares.reduce((sum, share) => sum + share, 0n);
    return { shares: shares.map(() => 0n), ...this.missing(open, (amount) => this.tell(amount), "open", "over", "amount") };
  }

  byPercent(total, rows) {
    const weights = rows.map((row) => readWeight(this.field(row, "percent").value) ?? 0n);
    const open = HUNDRED - weights.reduce((sum, weight) => sum + weight, 0n);
    const told = this.missing(open, (weight) => tellWeight(weight, this.language), "percentOpen", "percentOver", "percent");
    return { shares: apportion(total, open ? weights.map(() => 0n) : weights), ...told };
  }

  byShares(total, rows) {
    return { shares: apportion(total, rows.map((row) => readWeight(this.field(row, "shares").value) ?? 0n)) };
  }

  byItems(total, rows) {
    const people = rows.map((row) => row.dataset.person);
    const items = [...this.querySelectorAll("[data-items] [data-item-row]")].map((row) => this.item(row)).filter(Boolean);
    const rest = total - items.reduce((sum, [coins]) => sum + coins, 0n);
    if (rest < 0n) return { shares: people.map(() => 0n), ...this.missing(rest, (amount) => this.tell(amount), "open", "over", "amount") };
    const ticked = rows.filter((row) => this.field(row, "shares_it").checked).map((row) => row.dataset.person);
    const every = rest ? [...items, [rest, ticked]] : items;
    const shares = apportion(total, weighItems(every, people));
    return { shares, left: rest ? this.dataset.rest.replace("{amount}", this.tell(rest)) : this.dataset.fits, wrong: Boolean(rest) && !ticked.length };
  }

  item(row) {
    const coins = readCoins(row.querySelector("[name$='-amount']").value, this.decimals);
    const people = [...row.querySelectorAll("[name$='-people']:checked")].map((box) => box.value);
    return coins ? [coins, people] : null;
  }

  missing(open, tell, less, more, slot) {
    if (!open) return { left: this.dataset.fits };
    const words = open > 0n ? this.dataset[less] : this.dataset[more];
    return { left: words.replace(`{${slot}}`, tell(open > 0n ? open : -open)), wrong: true };
  }

  addItem() {
    const list = this.querySelector("[data-items]");
    const number = list.children.length;
    if (number >= MOST_ITEMS) return;
    const drawn = this.querySelector("template").innerHTML.replaceAll("item-N", `item-${number}`);
    list.insertAdjacentHTML("beforeend", drawn);
    list.lastElementChild.querySelector("input").focus();
  }
}

customElements.define("bill-split", BillSplit);
