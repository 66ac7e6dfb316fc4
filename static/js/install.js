// Kitchen can be put on the home screen: browsers that ask do so when somebody presses, never by themselves. What offers it
// has data-install and is hidden where there is nothing to offer.
let prompt = null;

export const canInstall = () => Boolean(prompt);

// `event` is what the browser waits with; null: there is nothing to offer any more.
export function offer(event) {
  prompt = event;
  for (const one of document.querySelectorAll("[data-install]")) one.hidden = !prompt;
  document.dispatchEvent(new CustomEvent("install:offered", { detail: canInstall() }));
}

addEventListener("appinstalled", () => offer(null));
document.addEventListener("click", async ({ target }) => {
  if (!prompt || !target.closest("[data-install] button, button[data-install]")) return;
  const asked = prompt;
  offer(null);
  await asked.prompt();
});
