import type { Clock } from "../clock.ts"
import type { SimulatedActor } from "./memory-runner.ts"

export interface AttentiveActor extends SimulatedActor {
  /** Something for it was written, or may have been. */
  stir(): void
}

/**
 * Most turns of an actor would be for nothing: it looks only when something for it was written, or time has come to what
 * is due for it next. A good part of a seed's statements are saved by that, and not one of its decisions is another.
 */
export function attentive(actor: SimulatedActor, clock: Clock): AttentiveActor {
  let isStirred = true
  let lookedAt = clock.now()
  let known: { readonly due: Temporal.Instant | undefined } | undefined
  const isWanted = (now: Temporal.Instant): boolean => {
    if (isStirred) return true
    if (!known) return !now.equals(lookedAt)
    return known.due !== undefined && Temporal.Instant.compare(known.due, now) <= 0
  }
  return {
    ...actor,
    stir: () => {
      isStirred = true
    },
    learn: (due) => {
      known = { due }
    },
    act: async (strike: () => void) => {
      const now = clock.now()
      if (!isWanted(now)) return false
      lookedAt = now
      known = undefined
      // Until it is known that nothing is left: it may die while it looks.
      isStirred = true
      const hasActed = await actor.act(strike)
      // Whoever says when it is due is told right after an act whether there is more.
      isStirred = hasActed && actor.due === undefined
      return hasActed
    },
  }
}
