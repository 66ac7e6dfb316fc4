// A choice of colours or of the size of text is seen at once; the form around it keeps it.
const SEEN_AT = { theme: "theme", text_size: "text" };

document.addEventListener("change", ({ target }) => {
  const place = SEEN_AT[target.name];
  if (place && target.form && target.value) document.documentElement.dataset[place] = target.value;
});
