// What was typed or pasted becomes the texts of single things, as shopping's reader takes them apart: at new lines,
// semicolons and commas, but not inside brackets, and not inside a number ("1,5 l milk").
const BULLET = /^[\s>]*(?:[-*+•·▪‣–—◦●○]\s+|\d{1,3}[.)]\s+|[•▪‣◦●○▢☐☑✓✔✅□■]\s*)?(?:\[[ xX✓]?\]\s*|[▢☐☑✓✔✅□■]\s*)?/;
const DIGIT = /\d/;
const NUMBER_GOES_ON = /[\d–—-]/;

export function splitTyped(text) {
  return text.split(/[\r\n]+/).flatMap((line) => parts(line.replace(BULLET, ""))).map((part) => part.trim()).filter((part) => /[\p{L}\p{N}\p{S}]/u.test(part));
}

function parts(line) {
  const found = [];
  const last = line.lastIndexOf(")");
  let [start, depth] = [0, 0];
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === "(" && at < last) depth += 1;
    else if (line[at] === ")") depth = Math.max(0, depth - 1);
    else if (!depth && isEnd(line, at)) {
      found.push(line.slice(start, at));
      start = at + 1;
    }
  }
  return [...found, line.slice(start)];
}

function isEnd(line, at) {
  if (line[at] === ";") return true;
  return line[at] === "," && !(DIGIT.test(line[at - 1] ?? "") && NUMBER_GOES_ON.test(line[at + 1] ?? ""));
}
