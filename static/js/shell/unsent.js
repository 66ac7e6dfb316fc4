// Changes that wait on this device (js/shopping/) go out from every page, and nobody signs out without knowing of them:
// they stay here, for their person alone.
const HINT = "waiting-of:";
const SIGN_OUT = "/accounts/logout/";
const { person } = document.documentElement.dataset;

function isAny() {
  try {
    return person && Number(localStorage.getItem(HINT + person)) > 0;
  } catch {
    return false;
  }
}

async function begun() {
  const [outgoing, outbox] = await Promise.all([import("../shopping/outgoing.js"), import("../shopping/outbox.js")]);
  await outgoing.begin(person);
  return { send: outgoing.send, many: () => outbox.all().length, isSent: () => !outbox.waiting().length };
}

function signOut(form) {
  form.dataset.plain = "";
  form.requestSubmit();
}

async function ask(form, dialog) {
  const { send, many, isSent } = await begun();
  if (!many()) return signOut(form);
  const [count, trouble] = [dialog.querySelector("[data-count]"), dialog.querySelector("[data-trouble]")];
  count.textContent = many();
  trouble.hidden = true;
  dialog.querySelector("[data-anyway]").onclick = () => signOut(form);
  dialog.querySelector("[data-send]").onclick = async () => {
    await send();
    if (isSent()) return signOut(form);
    count.textContent = many();
    trouble.hidden = false;
  };
  dialog.showModal();
}

// Before anybody else hears of it: the form would be busy, and the page be left.
addEventListener("submit", (event) => {
  const form = event.target;
  const dialog = document.getElementById("unsent");
  if (!dialog || "plain" in form.dataset || new URL(form.action, location.href).pathname !== SIGN_OUT || !isAny()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  ask(form, dialog).catch(() => signOut(form));
}, { capture: true });

if (isAny() && !document.querySelector("[data-queue]")) begun().catch(() => undefined); // without storage there is nothing that waits
