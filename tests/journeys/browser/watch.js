// Stands in every page before its own scripts: what lies between a key or a click and the picture that shows its effect.
window.jwInteractions = [];
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) {
    if (one.interactionId) window.jwInteractions.push({ key: one.name, ms: one.duration });
  }
}).observe({ type: "event", durationThreshold: 16, buffered: true });

// What a key is pressed for at the desk: another matter, a form that opens or goes, a row that is marked, an answer.
window.jwEffects = [];
const shown = () =>
  [
    document.querySelector("[data-incident]")?.dataset.incident,
    document.querySelectorAll("form, [role=dialog]").length,
    document.querySelectorAll("[aria-selected=true], tr input:checked").length,
    document.querySelector(".inbox__said")?.textContent,
    location.pathname,
  ].join("|");
addEventListener(
  "keydown",
  (event) => {
    if (["Control", "Shift", "Alt", "Tab"].includes(event.key)) return;
    const key = `${event.ctrlKey ? "Ctrl+" : ""}${event.key}`;
    const before = shown();
    const look = () => {
      const ms = performance.now() - event.timeStamp;
      if (shown() !== before) requestAnimationFrame(() => window.jwEffects.push({ key, ms: performance.now() - event.timeStamp }));
      else if (ms < 5000) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  },
  true,
);
