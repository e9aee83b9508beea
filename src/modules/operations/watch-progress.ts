import type { z } from "zod"
import type { Clock } from "#kit/clock.ts"
import type { progressShape } from "#kit/contract.ts"
import type { Database } from "#kit/db.ts"
import type { Listener } from "#kit/listen.ts"
import type { Language } from "#kit/refusal.ts"
import type { CallScope } from "#kit/serve/scope.ts"
import type { StreamEnd } from "#kit/watch.ts"
import type { StepState } from "#kit/work/operation.ts"
import type { OperationProgress } from "#kit/work/progress.ts"
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
): AsyncGenerator<Progress, StreamEnd> {
  const { database, listener, clock } = parts
  const watched = watchOperation({ database, listener, tenant: scope.tenant, operationId, signal })
  try {
    for (;;) {
      const next = await watched.next()
      if (next.done) return next.value
      yield describe(next.value, operationId, { language: scope.language, clock })
    }
  } finally {
    await watched.return(undefined)
  }
}

function describe(
  { state, trouble, why, steps }: OperationProgress,
  operationId: string,
  { language, clock }: { readonly language: Language; readonly clock: Clock },
): Progress {
  return {
    operationId,
    state,
    words: sayTrouble({ state, trouble }, language)?.says ?? why,
    counts: null,
    at: clock.now().toString(),
    steps: steps.map((step) => ({
      name: step.name,
      state: shownStates[step.state],
      attempts: step.attempts,
      startedAt: null,
      endedAt: null,
    })),
  }
}
