// Stands in every page before its own scripts: what lies between a key or a click and the picture that shows its effect.
window.jwInteractions = [];
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) {
    if (one.interactionId) window.jwInteractions.push({ key: one.name, ms: one.duration });
  }
}).observe({ type: "event", durationThreshold: 16, buffered: true });

// What a key is pressed for at the desk: the first thing that shows it was understood, and the next matter on the table.
window.jwEffects = [];
const matter = () => document.querySelector("[data-incident]")?.dataset.incident;
const anything = () =>
  [
    matter(),
    document.querySelector("[aria-current=true]")?.closest("[data-id]")?.dataset.id,
    document.querySelectorAll("form, [role=dialog]").length,
    document.querySelectorAll("[aria-selected=true]").length,
    document.querySelectorAll("[aria-busy=true], .is-loading").length,
    document.querySelector(".inbox__said")?.textContent,
    location.pathname,
  ].join("|");
const wait = (what, read, event) => {
  const before = read();
  const look = () => {
    if (read() !== before) {
      requestAnimationFrame(() => window.jwEffects.push({ what, ms: performance.now() - event.timeStamp }));
    } else if (performance.now() - event.timeStamp < 5000) {
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);
};
addEventListener(
  "keydown",
  (event) => {
    if (["Control", "Shift", "Alt", "Tab"].includes(event.key) || event.isComposing) return;
    const key = `${event.ctrlKey ? "Ctrl+" : ""}${event.key}`;
    wait(key, anything, event);
    wait(`${key} until another matter stands there`, matter, event);
  },
  true,
);
