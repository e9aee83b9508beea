import type { z } from "zod"
import type { Clock } from "#kit/clock.ts"
import type { progressShape } from "#kit/contract.ts"
import type { Database } from "#kit/db.ts"
import type { Listener } from "#kit/listen.ts"
import type { CallScope } from "#kit/serve/scope.ts"
import type { StepState } from "#kit/work/operation.ts"
import { sayTrouble } from "#kit/work/trouble.ts"
import { watchOperation } from "#kit/work/watch-operation.ts"

export interface WatchParts {
  readonly database: Database
  readonly listener: Listener
  readonly clock: Clock
}

type Progress = z.infer<typeof progressShape>

const shownStates = {
  calling: "running",
  waiting: "waiting",
  done: "done",
  failed: "failed",
  undone: "undone",
  forgotten: "planned",
} as const satisfies Record<StepState, Progress["steps"][number]["state"]>

/** An operation as it goes on, for the page that watches it. */
export async function* watchProgress(
  parts: WatchParts,
  scope: Pick<CallScope, "tenant" | "language">,
  operationId: string,
  signal = new AbortController().signal,
): AsyncGenerator<Progress> {
  const { database, listener, clock } = parts
  for await (const seen of watchOperation({
    database,
    listener,
    tenant: scope.tenant,
    operationId,
    signal,
  })) {
    yield {
      operationId,
      state: seen.state,
      words: sayTrouble(seen, scope.language)?.says ?? seen.why,
      at: clock.now().toString(),
      steps: seen.steps.map((step) => ({
        name: step.name,
        state: shownStates[step.state],
        attempts: step.attempts,
        startedAt: null,
        endedAt: null,
      })),
    }
  }
}
