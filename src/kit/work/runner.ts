/** Who plays the segments: DBOS in a running company, a seeded scheduler in simulations. */
export interface WorkRunner {
  /** Takes no new work, finishes what it can within the grace, hands the rest to the other processes. */
  stop(options?: { readonly graceMs?: number }): Promise<void>
}

/** Connections to this address hand nothing to DBOS: the in-memory runner plays what they start. */
export function onMemoryRunner(url: string): string {
  const changed = new URL(url)
  changed.searchParams.set("options", "-c app.work_runner=memory")
  return changed.toString()
}
