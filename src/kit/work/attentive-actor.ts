import type { Clock } from "../clock.ts"
import type { SimulatedActor } from "./memory-runner.ts"

export interface AttentiveActor extends SimulatedActor {
  /** Something for it was written, or may have been. */
  stir(): void
}

/**
 * Most turns of an actor would be for nothing: it looks only when something for it was written, or time has moved.
 * A good part of a seed's statements are saved by that, and not one of its decisions is another.
 */
export function attentive(actor: SimulatedActor, clock: Clock): AttentiveActor {
  let isStirred = true
  let lookedAt = clock.now()
  return {
    ...actor,
    stir: () => {
      isStirred = true
    },
    act: async (strike: () => void) => {
      const now = clock.now()
      if (!isStirred && now.equals(lookedAt)) return false
      lookedAt = now
      // Until it is known that nothing is left: it may die while it looks.
      isStirred = true
      const hasActed = await actor.act(strike)
      isStirred = hasActed
      return hasActed
    },
  }
}
