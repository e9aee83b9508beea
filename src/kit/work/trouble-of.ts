import { OutsideError } from "../outside/outside-error.ts"
import { Refusal } from "../refusal.ts"
import { GiveUp, TryLater, Unanswered } from "./define.ts"
import type { TroubleKind } from "./trouble.ts"

const ofOutside = {
  not_sent: "unreachable",
  unknown: "unanswered",
  rate_limited: "busy",
  refused: "unsafe",
} as const satisfies Record<OutsideError["kind"], TroubleKind>

/** An error says which it is, or what it was made from does; else its class tells. */
export function troubleOf(error: unknown): TroubleKind {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (current instanceof OutsideError) return ofOutside[current.kind]
    if (saysItself(current) && current.trouble) return current.trouble
  }
  if (error instanceof TryLater) return "pending"
  return error instanceof GiveUp || error instanceof Refusal ? "undecided" : "fault"
}

function saysItself(error: Error): error is GiveUp | TryLater | Unanswered {
  return error instanceof GiveUp || error instanceof TryLater || error instanceof Unanswered
}
