// A sound that is written into the browser's clock beforehand, so that it comes also where a page in the background is
// woken rarely; a buzz; and a message of the service worker.
const BEEPS = [0, 0.25, 0.5];
const ROUNDS = 30;
const EACH = 2;
const PITCH = 880;
let context;
const ringing = new Map();

// Browsers let a page sound only after it has been touched.
export function unlock() {
  context ??= "AudioContext" in window ? new AudioContext() : undefined;
  return context?.resume().catch(() => {});
}

export function isSilent() {
  return !context || context.state !== "running";
}

function beep(at, gain) {
  const [tone, shape] = [context.createOscillator(), context.createGain()];
  tone.frequency.value = PITCH;
  shape.gain.setValueAtTime(0, at);
  shape.gain.linearRampToValueAtTime(0.5, at + 0.01);
  shape.gain.exponentialRampToValueAtTime(0.001, at + 0.2);
  tone.connect(shape).connect(gain);
  tone.start(at);
  tone.stop(at + 0.22);
  return tone;
}

export function ringAt(id, ends) {
  hush(id);
  if (isSilent()) return;
  const gain = context.createGain();
  gain.connect(context.destination);
  const first = context.currentTime + Math.max(0, (ends - Date.now()) / 1000);
  const tones = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const beat of BEEPS) tones.push(beep(first + round * EACH + beat, gain));
  }
  ringing.set(id, { gain, tones });
}

export function hush(id) {
  const { gain, tones = [] } = ringing.get(id) ?? {};
  for (const tone of tones) tone.stop();
  gain?.disconnect();
  ringing.delete(id);
}

export async function tell(title, body, tag, icon) {
  navigator.vibrate?.([400, 200, 400, 200, 400]);
  if (!("Notification" in window) || Notification.permission !== "granted") return;
  const registration = await navigator.serviceWorker?.getRegistration();
  await registration?.showNotification(title, { body, tag, icon, data: location.pathname + location.search, requireInteraction: true, vibrate: [400, 200, 400] });
}

export function ability() {
  if (!isSecureContext || !("Notification" in window && "serviceWorker" in navigator)) return "unable";
  return { granted: "granted", denied: "denied" }[Notification.permission] ?? "ask";
}
