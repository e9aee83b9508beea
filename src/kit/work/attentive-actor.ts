import type { Clock } from "../clock.ts"
import type { SimulatedActor } from "./memory-runner.ts"

export interface AttentiveActor extends SimulatedActor {
  /** Something for it was written, or may have been. */
  stir(): void
}

/**
 * Most turns of an actor would be for nothing: it looks only when something for it was written, or time has come to what
 * it knows is due next. A good part of a seed's statements are saved by that, and not one of its decisions is another.
 */
export function attentive(actor: SimulatedActor, clock: Clock): AttentiveActor {
  let isStirred = true
  let lookedAt = clock.now()
  let known: { readonly due: Temporal.Instant | undefined } | undefined
  const isBefore = (now: Temporal.Instant) =>
    known !== undefined && (!known.due || Temporal.Instant.compare(now, known.due) < 0)
  return {
    ...actor,
    stir: () => {
      isStirred = true
      known = undefined
    },
    rouse: () => {
      known = undefined
    },
    nextDue: async () => {
      if (known) return known.due
      const asked = { due: await actor.nextDue?.() }
      // Written to meanwhile: what was read may be over.
      if (!isStirred) known = asked
      return asked.due
    },
    act: async (strike: () => void) => {
      const now = clock.now()
      if (!isStirred && (now.equals(lookedAt) || isBefore(now))) return false
      lookedAt = now
      known = undefined
      // Until it is known that nothing is left: it may die while it looks.
      isStirred = true
      const hasActed = await actor.act(strike)
      isStirred = hasActed
      return hasActed
    },
  }
}
