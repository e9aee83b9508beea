import { daysLeft } from "./period.ts"

/** What is said, in the order of how much it matters. */
export const noteKinds = ["request", "reminder", "overdue", "suspended", "ended"] as const
export type NoteKind = (typeof noteKinds)[number]

export interface Note {
  readonly id: string
  readonly subscriptionId: string
  readonly kind: NoteKind
  readonly lastDay: Temporal.PlainDate
}

export interface DigestFacts<N extends Note> {
  readonly notes: readonly N[]
  /** The day from which each subscription is not paid by now. Absent: it is gone. */
  readonly unpaidFrom: ReadonlyMap<string, Temporal.PlainDate | null>
}

/**
 * Of an account's notes those worth saying: what was paid since is left out, and of several about one subscription
 * the weightiest speaks, the weightiest of all first. Pure; twelve services are one mail.
 */
export function planDigest<N extends Note>({ notes, unpaidFrom }: DigestFacts<N>): N[] {
  const open = notes.filter((note) => {
    const end = unpaidFrom.get(note.subscriptionId)
    return end !== undefined && end !== null && daysLeft(end, note.lastDay) === 0
  })
  const bySubscription = Map.groupBy(open, (note) => note.subscriptionId)
  return [...bySubscription.values()].map(weightiest).sort((a, b) => weight(b) - weight(a))
}

function weightiest<N extends Note>(notes: readonly N[]): N {
  return [...notes].sort((a, b) => weight(b) - weight(a))[0] as N
}

function weight({ kind }: Note): number {
  return noteKinds.indexOf(kind)
}
