// A page that came from the device (js/worker/copies.js) says so, and when it was loaded, as long as there is no network.
import { newId } from "./new-id.js";

const DAY = 24 * 60 * 60 * 1000;
const DEEDS = "form input[type=hidden]:is([name=id], [name=operation])";
const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const { keptAt } = document.documentElement.dataset;

function told(at) {
  const day = Date.now() - at < DAY ? {} : { weekday: "long", day: "numeric", month: "long" };
  return at.toLocaleString(document.documentElement.lang, { ...day, hour: "numeric", minute: "2-digit" });
}

function noteOf(at) {
  const note = document.querySelector("template[data-kept-note]").content.firstElementChild.cloneNode(true);
  const time = note.querySelector("time");
  [time.dateTime, time.textContent] = [at.toISOString(), told(at)];
  return note;
}

// It stands in the page itself, as long as the page is not true again, and the socket then has nothing to add.
function say(note) {
  const [place, socket] = [document.querySelector("main"), document.querySelector("live-socket")];
  const words = socket?.querySelector("template[data-state=offline]");
  const [former] = words?.content.children ?? [];
  const end = () => {
    note.remove();
    if (former) words.content.replaceChildren(former);
  };
  place.prepend(note);
  if (!socket) return addEventListener("online", end, { once: true });
  words.content.replaceChildren();
  new MutationObserver((_, observer) => {
    if (socket.dataset.state !== "live") return;
    observer.disconnect();
    end();
  }).observe(socket, { attributeFilter: ["data-state"] });
  return customElements.whenDefined("live-socket").then(() => socket.dataset.state !== "live" && socket.show("offline"));
}

// Messages were for the moment, and each form is a new deed, whatever was sent from this copy before.
document.querySelector("notice-board ul")?.replaceChildren();
for (const field of document.querySelectorAll(DEEDS)) if (UUID.test(field.value)) field.value = newId();
say(noteOf(new Date(keptAt)));
