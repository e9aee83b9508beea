import type { Page } from "../browser.ts"

export interface StepWatch {
  /** The names of the steps that were current at some moment, in order. */
  seen(): Promise<string[]>
  wasReloaded(): Promise<boolean>
}

interface Watched {
  liveSteps?: string[]
}

/** Writes down what a person would see while they only look: which step is under way, as the page changes by itself. */
export async function watchSteps(page: Page): Promise<StepWatch> {
  await page.evaluate(() => {
    const names: string[] = []
    ;(globalThis as Watched).liveSteps = names
    const note = () => {
      for (const step of document.querySelectorAll("#live [aria-current=step]")) {
        const [name = ""] = (step as HTMLElement).innerText.split("\n").filter((line) => line.length > 1)
        if (name !== names.at(-1)) names.push(name)
      }
    }
    note()
    new MutationObserver(note).observe(document.body, { childList: true, subtree: true, characterData: true })
  })
  const read = () => page.evaluate(() => (globalThis as Watched).liveSteps)
  return {
    seen: async () => (await read()) ?? [],
    wasReloaded: async () => (await read()) === undefined,
  }
}
