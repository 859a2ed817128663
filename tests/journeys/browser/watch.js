// Stands in every page before its own scripts: what the browser measures between a key or a click and the next picture.
window.jwInteractions = [];
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) {
    if (one.interactionId) window.jwInteractions.push({ kind: one.name, ms: one.duration, work_ms: one.processingEnd - one.startTime });
  }
}).observe({ type: "event", durationThreshold: 16, buffered: true });
