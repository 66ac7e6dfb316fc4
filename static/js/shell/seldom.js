// What is needed in few moments is loaded in them.
if (location.hash === "#add") import("../add-here.js");
if (document.querySelector("install-hint")) import("../elements/install-hint.js");
addEventListener("beforeinstallprompt", async (event) => {
  event.preventDefault();
  const { offer } = await import("../install.js");
  offer(event);
});
// What lies on the home screen is not cleared away when room is short.
if (matchMedia("(display-mode: standalone)").matches) navigator.storage?.persist?.();
