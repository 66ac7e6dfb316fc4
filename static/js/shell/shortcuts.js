// data-shortcut="/" on a link or button: the key presses it, while nothing is being typed; a field gets the focus.
// What stands in the page itself goes before what is on every page.
const TYPING = "input, textarea, select, [contenteditable], dialog[open] *";

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(TYPING)) return;
  const key = `[data-shortcut="${CSS.escape(event.key)}"]`;
  const target = document.querySelector(`main ${key}`) ?? document.querySelector(key);
  if (!target) return;
  event.preventDefault();
  if (target.matches(TYPING)) target.select();
  else target.click();
});
