"""The little program that a bookmark is: it runs on the page that somebody looks at, and hands that page over."""

import json
from urllib.parse import quote

# Opens our page, waits until it says that it is ready, and gives it the text of this one: to nobody else.
PROGRAM = """
(() => {
  const home = %(origin)s, page = open(home + %(address)s, "_blank");
  if (!page) return;
  const tell = (event) => {
    if (event.source !== page || event.origin !== home || event.data !== "kitchen:ready") return;
    removeEventListener("message", tell);
    page.postMessage({ kitchen: "page", url: location.href, html: document.documentElement.outerHTML }, home);
  };
  addEventListener("message", tell);
})();
"""


def program(origin: str, address: str) -> str:
    """What stands behind "javascript:" in the address of the bookmark."""
    told = PROGRAM % {"origin": json.dumps(origin), "address": json.dumps(address)}
    return quote(" ".join(told.split()), safe="(){}=>;,.:!|&?+ ")
