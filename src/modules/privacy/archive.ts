import type { PersonalRow } from "#kit/personal-data/collect-table.ts"
import type { Language, Say } from "#kit/refusal.ts"

/** What one table gave. */
export interface ArchivePart {
  readonly table: string
  readonly title: Say
  readonly rows: readonly PersonalRow[]
  /** There was more than a file should hold. */
  readonly isCut: boolean
}

export interface Archive {
  readonly parts: readonly ArchivePart[]
  readonly language: Language
  readonly shop: string
  readonly seller: string
  readonly person: { readonly id: string; readonly name: string; readonly email: string }
  readonly at: Temporal.Instant
  readonly timeZone: string
}
