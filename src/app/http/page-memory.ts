import { monotonicMs } from "#kit/clock.ts"
import type { PageMemory, RememberedPage } from "#web/visitor-pages.ts"

/** Where news come, they drop a page at once; this is for what no news tells, and for news that got lost. */
const INFORMED_MS = 10_000
/** Where no news come, a changed price is seen within two seconds; a rush on the shop costs one rendering in them. */
const UNINFORMED_MS = 2_000
/** Some 10 kB each. Made-up addresses push others out and cost a rendering, as they would without. */
const MOST_REMEMBERED = 500

export interface ForgetfulPages extends PageMemory {
  /** Drops the pages of the hosts that are meant, and those which are being rendered just now. */
  forget(isMeant: (host: string) => boolean): void
}

export interface PageMemoryOptions {
  readonly isInformed?: boolean
  readonly monotonic?: () => number
}

export function createPageMemory(options: PageMemoryOptions = {}): ForgetfulPages {
  const { isInformed = false, monotonic = monotonicMs } = options
  const lifeMs = isInformed ? INFORMED_MS : UNINFORMED_MS
  const pages = new Map<string, { readonly page: RememberedPage; readonly until: number }>()
  let news = 0
  return {
    moment: () => news,
    find: (key) => {
      const known = pages.get(key)
      if (known && known.until > monotonic()) return known.page
      pages.delete(key)
      return undefined
    },
    keep: (key, page, moment) => {
      // What changed while it was rendered may be missing in it.
      if (moment !== news) return
      pages.delete(key)
      const oldest = pages.keys().next().value
      if (pages.size >= MOST_REMEMBERED && oldest !== undefined) pages.delete(oldest)
      pages.set(key, { page, until: monotonic() + lifeMs })
    },
    forget: (isMeant) => {
      news += 1
      for (const key of pages.keys()) if (isMeant(key.slice(0, key.indexOf(" ")))) pages.delete(key)
    },
  }
}
