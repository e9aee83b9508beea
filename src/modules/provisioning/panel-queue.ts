/** The queue of a panel and its limits, for whoever registers queues. */
export function panelQueue(panel: { id: string; concurrency: number; callsPerMinute: number }) {
  return { name: `panel:${panel.id}`, concurrency: panel.concurrency, callsPerMinute: panel.callsPerMinute }
}
