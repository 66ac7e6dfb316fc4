// Text of a box as its lines, and what is pasted as lines without the marks of the list that it was.
const BULLET = /^\s*[-*•–▢☐]\s+/;
const NUMBER = /^\s*\(?\d{1,2}[.)]\s+/;

export function readLines(text, blank) {
  const parts = blank && /\n[ \t]*\n/.test(text) ? text.split(/\n[ \t]*\n/).flatMap(withHeading) : text.split("\n");
  return parts.map((part) => part.replace(/\s*\n\s*/g, " ").trim()).filter(Boolean);
}

// A short first line that ends with a colon is the name of a part, also without an empty line behind it.
function withHeading(part) {
  const [first, ...rest] = part.trim().split("\n");
  return /^.{1,60}:\s*$/.test(first) && rest.length ? [first, rest.join("\n")] : [part];
}

export function splitPasted(text, blank) {
  const lines = readLines(text.replace(/\r\n?/g, "\n"), blank).map((line) => line.replace(BULLET, ""));
  return blank ? lines.map((line) => line.replace(NUMBER, "")) : lines;
}
