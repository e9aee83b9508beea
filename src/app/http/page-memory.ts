import { monotonicMs } from "#kit/clock.ts"
import type { PageMemory, RememberedPage } from "#web/visitor-pages.ts"

/** A changed price is seen within two seconds; a rush on the shop costs one rendering in them. */
const REMEMBERED_MS = 2_000
/** Some 10 kB each. Made-up addresses push others out and cost a rendering, as they would without. */
const MOST_REMEMBERED = 500

export function createPageMemory(monotonic: () => number = monotonicMs): PageMemory {
  const pages = new Map<string, { readonly page: RememberedPage; readonly until: number }>()
  return {
    find: (key) => {
      const known = pages.get(key)
      if (known && known.until > monotonic()) return known.page
      pages.delete(key)
      return undefined
    },
    keep: (key, page) => {
      pages.delete(key)
      const oldest = pages.keys().next().value
      if (pages.size >= MOST_REMEMBERED && oldest !== undefined) pages.delete(oldest)
      pages.set(key, { page, until: monotonic() + REMEMBERED_MS })
    },
  }
}
