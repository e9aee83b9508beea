import type { rowProblems, rowStandings } from "./customer-import-contract.ts"

/** One line of a file of customers, as it was read. */
export interface PlannedRow {
  /** Of the file, counted as a spreadsheet does: the head is line 1. */
  readonly line: number
  readonly name: string
  readonly email: string
  readonly phone: string | null
  readonly company: string | null
  readonly country: string
  readonly language: "en" | "ko"
  readonly tags: readonly string[]
  /** By the field's id, already as its kind writes it. */
  readonly fields: Readonly<Record<string, string>>
  /** The cells as they were typed, for the preview. */
  readonly typed: readonly string[]
  readonly problems: readonly RowProblem[]
  /** Made when the file is confirmed; there already; or not to be made before it is put right. */
  readonly standing: (typeof rowStandings)[number]
  /** The account it became. */
  readonly accountId?: string
}

export interface RowProblem {
  /** Which cell, from 0; -1: one that isn't there. */
  readonly cell: number
  readonly code: (typeof rowProblems)[number]
}
