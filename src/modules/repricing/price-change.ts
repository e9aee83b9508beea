/** What may follow what. The whole change is listed first, goes on day by day, and is over when nobody is left to answer. */
export const changeStates = ["listing", "running", "over", "stopped"] as const
export type ChangeState = (typeof changeStates)[number]

export const stopCauses = ["wish", "correction"] as const
export type StopCause = (typeof stopCauses)[number]

export const itemStates = [
  "waiting",
  "told",
  "agreed",
  "declined",
  "moved",
  "kept",
  "ending",
  "gone",
  "stopped",
] as const
export type ItemState = (typeof itemStates)[number]

export const itemMoves: Readonly<Record<ItemState, readonly ItemState[]>> = {
  /** Its day to be told has not come; where its price stays it is moved without a word. */
  waiting: ["told", "moved", "gone", "stopped"],
  told: ["agreed", "declined", "moved", "kept", "ending", "gone", "stopped"],
  agreed: ["declined", "moved", "gone", "stopped"],
  declined: ["agreed", "kept", "ending", "gone", "stopped"],
  /** Its next time costs the other price. */
  moved: ["stopped"],
  /** Nobody agreed: it costs what it did. */
  kept: [],
  /** Nobody agreed: it ends on its last day, unless they agree until then. */
  ending: ["moved", "stopped"],
  /** It ended, or was given up, by itself. */
  gone: [],
  stopped: [],
}

export function canMove(from: ItemState, to: ItemState): boolean {
  return itemMoves[from].includes(to)
}

/** Those about which something is still to happen. */
export const openStates = ["waiting", "told", "agreed", "declined"] as const

const undoable = ["waiting", "told", "agreed", "declined", "moved", "ending"] as const

/** What a stop looks through. Of a version that was a mistake, what was moved already is put right by the correction. */
export function undoableOf(stoppedFor: StopCause | null): ItemState[] {
  return undoable.filter((state) => state !== "moved" || stoppedFor !== "correction")
}

/** In which an answer counts. */
export const answerableStates = ["told", "agreed", "declined", "ending"] as const
