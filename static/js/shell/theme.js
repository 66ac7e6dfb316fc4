// A choice of light, dark or automatic is seen at once; the form beside it keeps it.
document.addEventListener("change", ({ target }) => {
  if (target.name === "theme" && target.closest("form") && target.value) document.documentElement.dataset.theme = target.value;
});
