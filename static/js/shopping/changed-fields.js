// What somebody changed in a form, for an operation that names only that; null where it holds what an operation cannot
// (a picture, a product).
const KNOWN = new Set(["name", "amount", "note", "category", "price", "needed_on", "assigned_to"]);

export function changed(form) {
  const touched = [...form.elements].filter((field) => field.name && field.type !== "hidden" && isChanged(field));
  if (touched.some(({ name }) => !KNOWN.has(name))) return null;
  const told = new FormData(form);
  return Object.fromEntries(touched.map(({ name }) => [name, told.get(name) ?? ""]));
}

function isChanged(field) {
  if (field.options) return [...field.options].some((option) => option.selected !== option.defaultSelected) && !isFirst(field);
  if (field.type === "radio" || field.type === "checkbox") return field.checked !== field.defaultChecked;
  if (field.type === "file") return field.files.length > 0;
  return field.value !== field.defaultValue;
}

// Nothing was chosen by the server: the first one is selected by itself.
function isFirst(field) {
  return field.selectedIndex === 0 && ![...field.options].some((option) => option.defaultSelected);
}
