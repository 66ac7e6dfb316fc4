// How far the list is, counted on the page: with what waits, before the server has heard of it.
export function showTally(list, { total, ticked }) {
  const tally = document.getElementById(`tally_${list.dataset.list}`);
  for (const [name, many] of Object.entries({ total, ticked, open: total - ticked })) {
    for (const told of tally?.querySelectorAll(`[data-count="${name}"]`) ?? []) told.textContent = many;
  }
  const meter = tally?.querySelector("progress");
  if (meter) [meter.max, meter.value] = [total || 1, ticked];
  if (tally) tally.hidden = !total;
  show(list, "ticked", total > 0 && total === ticked);
  show(list, "empty", !total);
}

function show(list, when, isSo) {
  const part = list.querySelector(`[data-when="${when}"]`);
  if (part && part.hidden === isSo) part.hidden = !isSo;
}
