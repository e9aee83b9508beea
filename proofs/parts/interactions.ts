import type { Page } from "#e2e/browser.ts"

export interface Interactions {
  /** From the key or click to the next paint, in milliseconds, as the browser itself tells it. */
  timeOf(act: () => Promise<void>): Promise<number>
}

/** Shorter ones aren't told, and the others in steps of eight. */
const SHORTEST_MS = 16
/** The browser tells of an interaction some frames after it. */
const TOLD_AFTER_MS = 400

interface Told {
  readonly interactionId: number
  readonly duration: number
}

/** Must be called again when the page is loaded anew. */
export async function watchInteractions(page: Page): Promise<Interactions> {
  await page.evaluate((shortest) => {
    const told: Told[] = []
    Object.assign(globalThis, { toldInteractions: told })
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as Told[]) {
        if (entry.interactionId > 0)
          told.push({ interactionId: entry.interactionId, duration: entry.duration })
      }
    })
    observer.observe({ type: "event", durationThreshold: shortest } as PerformanceObserverInit)
  }, SHORTEST_MS)
  return {
    timeOf: async (act) => {
      await page.evaluate(takeTold)
      await act()
      await page.waitForTimeout(TOLD_AFTER_MS)
      const told = await page.evaluate(takeTold)
      return Math.max(SHORTEST_MS, ...told)
    },
  }
}

function takeTold(): number[] {
  const told = (globalThis as unknown as { toldInteractions: Told[] }).toldInteractions
  return told.splice(0).map(({ duration }) => duration)
}
