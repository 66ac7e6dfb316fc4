// Kitchen can be put on the home screen: browsers that ask do so when somebody presses, never by themselves. What offers it
// has data-install and is hidden where there is nothing to offer.
let prompt = null;

function show() {
  for (const offer of document.querySelectorAll("[data-install]")) offer.hidden = !prompt;
  document.dispatchEvent(new CustomEvent("install:offered", { detail: Boolean(prompt) }));
}

function offer(event) {
  event?.preventDefault();
  prompt = event;
  show();
}

addEventListener("beforeinstallprompt", offer);
addEventListener("appinstalled", () => offer(null));
document.addEventListener("click", async ({ target }) => {
  if (!prompt || !target.closest("[data-install] button, button[data-install]")) return;
  const asked = prompt;
  offer(null);
  await asked.prompt();
});

// What lies on the home screen is not cleared away when room is short.
if (matchMedia("(display-mode: standalone)").matches) navigator.storage?.persist?.();

export const canInstall = () => Boolean(prompt);
