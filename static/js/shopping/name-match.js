// Which names the end of a typed line may mean. The names come with the page, a line each: picture, name, usual amount.
const NUMBER = /^(?:\d+(?:[.,]\d+)?(?:\s*\/\s*\d+)?|\d*[½¼¾⅓⅔⅛])\s*/;

export function readNames(template) {
  const lines = template?.content.textContent.split("\n") ?? [];
  return lines.map((line) => line.split("\t")).filter(([, name]) => name).map(([emoji, name, amount]) => ({ emoji, name, amount: amount ?? "" }));
}

// The last thing of a line: where it begins, what was typed as its amount, and the rest.
export function lastThing(line) {
  const at = Math.max(line.lastIndexOf(";"), line.lastIndexOf("\n"), comma(line)) + 1;
  const typed = line.slice(at).replace(/^\s+/, "");
  const number = typed.match(NUMBER)?.[0] ?? "";
  return { start: line.length - typed.length, number, rest: typed.slice(number.length), typed };
}

function comma(line) {
  for (let at = line.length - 1; at >= 0; at -= 1) {
    if (line[at] === "," && !(/\d/.test(line[at - 1] ?? "") && /\d/.test(line[at + 1] ?? ""))) return at;
  }
  return -1;
}

// Behind a number the first word may be a unit: "2 kg pot" is looked for as "kg pot", then as "pot".
export function find(names, { number, rest }, most) {
  for (const [said, words] of readings(number, rest)) {
    const key = plain(words);
    const found = key ? ranked(names, key).slice(0, most) : [];
    if (found.length) return { found, said, words };
  }
  return { found: [], said: number, words: rest };
}

function readings(number, rest) {
  const unit = number && rest.match(/^\S+\s+(?=\S)/)?.[0];
  return unit ? [[number, rest], [number + unit, rest.slice(unit.length)]] : [[number, rest]];
}

// Those whose name begins so, then those with a word that does; each in the order in which they came.
function ranked(names, key) {
  const begin = [];
  const inside = [];
  for (const one of names) {
    one.key ??= plain(one.name);
    if (one.key.startsWith(key)) begin.push(one);
    else if (one.key.includes(` ${key}`)) inside.push(one);
  }
  return [...begin, ...inside];
}

export function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trimStart();
}
