// Put into every page that is measured: notes when a click was made, and when what it leads to had been painted.
// The notes lie in the tab's storage, so that they outlive a page.
(() => {
  const here = () => performance.timeOrigin + performance.now();
  const stem = () => [...document.querySelectorAll(".stem")].filter((each) => each.getClientRects().length).pop();
  const verdict = () => [...document.querySelectorAll(".verdict")].find((each) => each.getClientRects().length);
  const read = () => JSON.parse(sessionStorage.getItem("bench") ?? "{}");
  const write = (changes) => sessionStorage.setItem("bench", JSON.stringify({ ...read(), ...changes }));
  const isThere = ({ wanted, before }) => wanted === "verdict"
    ? verdict() : !verdict() && stem() && stem().textContent !== before;
  const look = () => {
    const waits = read();
    if (!waits.clicked || waits.painted || waits.seen || !isThere(waits)) return;
    write({ seen: true });
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => write({ painted: here() });
      channel.port2.postMessage(0);
    });
  };
  window.bench = {
    wait: (wanted) => write({ wanted, before: stem()?.textContent, clicked: 0, seen: false, painted: 0 }),
    took: () => { const { clicked, painted } = read(); return painted ? painted - clicked : null; },
  };
  addEventListener("click", (event) => {
    const waits = read();
    if (waits.wanted && !waits.clicked) write({ clicked: performance.timeOrigin + event.timeStamp });
  }, true);
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
  addEventListener("DOMContentLoaded", look);
})();
