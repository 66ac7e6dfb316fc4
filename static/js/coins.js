// Money as whole smallest coins (BigInt), read and split as kitchen/typed_money.py and shopping/splitting.py do it.

const SIGN = String.raw`(?:\p{Sc}|\p{Lu}{1,3}\p{Sc}|\p{L}{2,8})?`;
const AROUND = new RegExp(`^\\s*${SIGN}\\s*([\\d.,'_\\s]*?)\\s*${SIGN}\\s*$`, "u");
const BLANKS = /(?<=\d)[\s'_](?=\d{3}(?!\d))/g;
// "12.345" alone is read in two ways, and so in none.
const WRITTEN = /^(?:([1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d{1,2}))?|([1-9]\d{0,2}(?:\.\d{3})+),(\d{1,2})|([1-9]\d{0,2}(?:\.\d{3}){2,})|(\d*)(?:[.,](\d{1,2}))?)$/;
const WEIGHT = 1000n;

// "84,50" as 8450n; null for what is no amount, undefined for nothing.
export function readCoins(text, decimals) {
  if (!text.trim()) return undefined;
  const plain = AROUND.exec(text)?.[1].replace(BLANKS, "");
  const found = plain && WRITTEN.exec(plain);
  if (!found) return null;
  const [whole, part] = [found[1] ?? found[3] ?? found[5] ?? found[6] ?? "", found[2] ?? found[4] ?? found[7] ?? ""];
  const hundredths = BigInt(whole.replace(/[.,]/g, "") || 0) * 100n + BigInt(part.padEnd(2, "0"));
  if (decimals) return hundredths;
  return hundredths % 100n ? null : hundredths / 100n;
}

// "33,3" as 33300n thousandths.
export function readWeight(text) {
  const found = /^(\d{1,6})(?:[.,](\d{1,3}))?$/.exec(text.replace(/[\s%]/g, ""));
  return found ? BigInt(found[1]) * WEIGHT + BigInt((found[2] ?? "").padEnd(3, "0")) : text.trim() ? null : undefined;
}

export function tellCoins(coins, decimals, pattern, language) {
  const number = Number(coins) / 10 ** decimals;
  const digits = new Intl.NumberFormat(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return pattern.replace("{amount}", digits.format(number));
}

export function tellWeight(weight, language) {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 3 }).format(Number(weight) / Number(WEIGHT));
}

// Whole coins in proportion to the weights: what is left goes one each to those who lost most, then by order.
export function apportion(coins, weights) {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  if (!whole) return weights.map(() => 0n);
  const given = weights.map((weight) => (coins * weight) / whole);
  const lost = weights.map((weight, at) => ({ at, by: (coins * weight) % whole }));
  lost.sort((one, other) => (one.by === other.by ? one.at - other.at : one.by < other.by ? 1 : -1));
  const left = Number(coins - given.reduce((sum, amount) => sum + amount, 0n));
  for (const { at } of lost.slice(0, left)) given[at] += 1n;
  return given;
}

// What each owes of things that several share, as weights without fractions: [[coins, [people]], …].
export function weighItems(items, people) {
  const common = items.reduce((found, [, sharing]) => lcm(found, BigInt(sharing.length || 1)), 1n);
  return people.map((person) =>
    items.reduce((sum, [coins, sharing]) => (sharing.includes(person) ? sum + (coins * common) / BigInt(sharing.length) : sum), 0n),
  );
}

function lcm(one, other) {
  let [a, b] = [one, other];
  while (b) [a, b] = [b, a % b];
  return (one / a) * other;
}
