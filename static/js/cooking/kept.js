// What a device keeps of cooking (struck lines, the present step, timers), under names that go with their person:
// shell/kept-pages.js forgets all that begins with "cook:" when somebody else signs in here.
const FOR = 18 * 60 * 60 * 1000;

export function kept(name) {
  try {
    const { at, value } = JSON.parse(localStorage.getItem(`cook:${name}`)) ?? {};
    return Date.now() - at < FOR ? value : undefined;
  } catch {
    return undefined;
  }
}

export function keep(name, value) {
  try {
    localStorage.setItem(`cook:${name}`, JSON.stringify({ at: Date.now(), value }));
  } catch {
    // Storage is switched off or full: everything works until the page is left.
  }
}
