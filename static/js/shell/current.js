// Lines that are pushed sideways begin where one is.
for (const line of document.querySelectorAll(".settings-nav, .chips, .tabs")) {
  const current = line.querySelector("[aria-current], [aria-pressed=true]");
  if (!current || line.scrollWidth <= line.clientWidth) continue;
  const { left, width } = current.getBoundingClientRect();
  line.scrollLeft += left + width / 2 - line.getBoundingClientRect().left - line.clientWidth / 2;
}
