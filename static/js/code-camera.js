// The camera of the device, and the codes that it sees: by the browser's own detector, else by asking the server.
const FORMATS = ["ean_13", "ean_8", "upc_a", "upc_e", "itf", "data_matrix", "qr_code"];
const PAUSE = 120; // ms between two looks of the browser
const SERVER_PAUSE = 700; // ms between two pictures for the server
const WIDEST = 1280; // points of a picture for the server
const WANTED = { video: { facingMode: { ideal: "environment" }, width: { ideal: 1920 }, height: { ideal: 1080 } }, audio: false };

async function detector() {
  if (!("BarcodeDetector" in window)) return null;
  try {
    const known = await window.BarcodeDetector.getSupportedFormats();
    const formats = FORMATS.filter((format) => known.includes(format));
    return formats.includes("ean_13") ? new window.BarcodeDetector({ formats }) : null;
  } catch {
    return null; // Some phones have it in name only.
  }
}

export class CodeCamera {
  constructor(video, { see, decode }) {
    Object.assign(this, { video, see, decode });
  }

  async start() {
    this.stream = await navigator.mediaDevices.getUserMedia(WANTED);
    this.track = this.stream.getVideoTracks()[0];
    this.video.srcObject = this.stream;
    await this.video.play();
    this.detector = await detector();
    this.look();
  }

  stop() {
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = this.video.srcObject = null;
  }

  get hasLight() {
    return Boolean(this.track?.getCapabilities?.().torch);
  }

  light(on) {
    return this.track.applyConstraints({ advanced: [{ torch: on }] });
  }

  async look() {
    while (this.stream) {
      const codes = document.hidden ? [] : await this.codes().catch(() => []);
      if (this.stream) this.see(codes);
      await new Promise((done) => setTimeout(done, this.detector ? PAUSE : SERVER_PAUSE));
    }
  }

  async codes() {
    if (this.detector) return (await this.detector.detect(this.video)).map(({ rawValue }) => rawValue);
    return this.decode(await this.picture());
  }

  picture() {
    const { videoWidth, videoHeight } = this.video;
    const scale = Math.min(1, WIDEST / videoWidth);
    const canvas = Object.assign(document.createElement("canvas"), { width: videoWidth * scale, height: videoHeight * scale });
    canvas.getContext("2d").drawImage(this.video, 0, 0, canvas.width, canvas.height);
    return new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
  }
}
