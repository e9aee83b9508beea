import { readBook } from "./book.ts"
import { type GoldenShop, openGoldenShop, type ShopWish } from "./golden-shop.ts"

/** A story of some customers, and the book that must come of it: checked by hand, not copied from the engine. */
export interface GoldenStory {
  /** Its file's name. */
  readonly name: string
  /** The arithmetic in words, as it follows from the rules. */
  readonly reckoning: string
  readonly shop: ShopWish
  /** What the days earn is summed up by these. Default: by months. */
  readonly sums?: "month" | "year"
  /** Each transfer by itself, or what a day comes to. Default: each. */
  readonly postings?: "each" | "netted"
  play(shop: GoldenShop): Promise<void>
  readonly book: string
}

export interface ComparedBook {
  readonly found: string
  /** Line by line, what was expected and what stands there; empty when the book is the expected one. */
  readonly differences: readonly string[]
}

/** Plays it through the real code with the moved clock, asks the house's promises, and reads the book. */
export async function playStory(clusterUrl: string, story: GoldenStory): Promise<ComparedBook> {
  await using shop = await openGoldenShop(clusterUrl, story.shop)
  await story.play(shop)
  await shop.company.checkInvariants()
  const { at, tenant } = shop.company
  const zone = story.shop.settings?.timeZone ?? "Asia/Seoul"
  const found = await readBook({
    ownerUrl: at.ownerUrl,
    tenant,
    zone,
    sums: story.sums ?? "month",
    postings: story.postings ?? "each",
  })
  return { found, differences: compareBooks(story.book.trim(), found) }
}

/** What is missing and what is too much, in the order of the book. */
export function compareBooks(expected: string, found: string): string[] {
  const [wanted, had] = [expected.split("\n"), found.split("\n")]
  const differences: string[] = []
  let [one, other] = [0, 0]
  while (one < wanted.length || other < had.length) {
    if (wanted[one] === had[other]) {
      one += 1
      other += 1
      continue
    }
    const next = had.indexOf(wanted[one] ?? "", other)
    if (one < wanted.length && (next < 0 || wanted[one] === "")) {
      differences.push(`- ${wanted[one]}`)
      one += 1
    } else {
      differences.push(`+ ${had[other]}`)
      other += 1
    }
  }
  return differences
}
