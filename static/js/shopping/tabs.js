// What one tab of the device, or the service worker, tells the others: {person} where what waits has changed, and with
// {results, rows, joined} what the server said.
const channel = "BroadcastChannel" in self ? new BroadcastChannel("kitchen-shopping") : null;

export function tellTabs(message) {
  channel?.postMessage(message);
}

export function hearTabs(hear) {
  if (channel) channel.onmessage = ({ data }) => hear(data);
}
