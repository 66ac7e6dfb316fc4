// The shell of every page. Each module stands alone; pages add their own with a <script type="module">.
import "./live-socket.js";
import "./shell/copy.js";
import "./shell/current.js";
import "./shell/dialog.js";
import "./shell/forms.js";
import "./shell/kept-pages.js";
import "./shell/menu.js";
import "./shell/messages.js";
import "./shell/notices.js";
import "./shell/requests.js";
import "./shell/secret.js";
import "./shell/seldom.js";
import "./shell/shortcuts.js";
import "./shell/theme.js";
import "./shell/unsent.js";

if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register("/sw.js").catch(() => {
    // Refused on plain http and in private windows: the pages work without it.
  });
}
