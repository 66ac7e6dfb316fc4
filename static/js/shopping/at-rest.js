// What a list does not need to be read and ticked is loaded once the page has come to rest.
function load() {
  Promise.all([import("./name-suggest.js"), import("./suggestions.js")]).catch(() => {
    // Without them the line is a field, and a suggestion a button of a form.
  });
}

addEventListener("load", () => (window.requestIdleCallback ?? setTimeout)(load));
