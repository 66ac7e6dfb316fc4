// One person is told in a browser (js/elements/push-setup.js). When somebody else signs in here, that ends.
const KEY = "told-person";
const person = document.documentElement.dataset.person;

// Storage may be switched off.
function kept() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

async function end() {
  const registration = await navigator.serviceWorker?.getRegistration();
  const subscription = await registration?.pushManager?.getSubscription();
  await subscription?.unsubscribe();
  localStorage.removeItem(KEY);
}

if (person && kept() && kept() !== person) {
  end().catch(() => {
    // Tried again with the next page.
  });
}

export function keepPerson() {
  try {
    localStorage.setItem(KEY, person);
  } catch {
    // The server forgets who was told here when they sign out.
  }
}
