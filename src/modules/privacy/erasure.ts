import type { erasureStates } from "./contract.ts"

export type ErasureState = (typeof erasureStates)[number]

/** waiting: may be taken back · held: something stands against it · erasing: under way · done · withdrawn. */
export const erasureMoves = {
  waiting: ["held", "erasing", "withdrawn"],
  held: ["waiting", "erasing", "withdrawn"],
  erasing: ["done"],
  done: [],
  withdrawn: [],
} as const satisfies Record<ErasureState, readonly ErasureState[]>

export function canMove(from: ErasureState, to: ErasureState): boolean {
  return (erasureMoves[from] as readonly ErasureState[]).includes(to)
}

/** So long an erasure waits: a stolen session must not cost somebody everything before they read their mail. */
export const GRACE_DAYS = 14
