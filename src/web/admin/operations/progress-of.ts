import type { Say } from "../../i18n/say.ts"
import type { Progress } from "../../ui/progress.ts"
import type { Operation } from "./operation.ts"
import { sayStep } from "./say-step.ts"
import type { words } from "./step.words.ts"

type Standing = Pick<Operation, "id" | "state" | "trouble" | "why" | "steps" | "updatedAt">

/** An operation as the one component shows long work: its steps in the reader's words. */
export function progressOf(operation: Standing, say: Say<(typeof words)["en"]>): Progress {
  const { id, state, trouble, why, steps, updatedAt } = operation
  return {
    operationId: id,
    state,
    words: trouble?.says ?? why,
    counts: null,
    at: updatedAt,
    steps: steps.map((step) => ({
      name: sayStep(say, step.name),
      state: step.state,
      startedAt: step.startedAt,
      endedAt: step.endedAt,
      attempts: step.attempts,
    })),
  }
}
