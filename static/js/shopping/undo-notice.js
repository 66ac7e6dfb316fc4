// Says what was just done, with a way back; one at a time, so that ticking a whole basket does not fill the screen.
const LEAVES_AFTER = 5_000;

export function showUndo(list, part, name, undo) {
  const board = document.querySelector("notice-board ul");
  const notice = list.rows.parts[part]?.content.firstElementChild.cloneNode(true);
  if (!board || !notice) return;
  notice.dataset.of = "shopping-list";
  notice.dataset.stays = ""; // the board would let it stand for longer
  notice.querySelector("[data-name]").textContent = name;
  notice.querySelector("[data-undo]").addEventListener("click", () => [notice.remove(), undo()]);
  board.querySelector("[data-of=shopping-list]")?.remove();
  board.append(notice);
  setTimeout(() => leave(notice), LEAVES_AFTER);
}

function leave(notice) {
  if (notice.matches(":hover, :focus-within")) setTimeout(() => leave(notice), LEAVES_AFTER);
  else notice.remove();
}
