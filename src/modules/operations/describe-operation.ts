import type { z } from "zod"
import type { Language, Say } from "#kit/refusal.ts"
import { canOperate, type StepState } from "#kit/work/operation.ts"
import type { CallDetail, OperationDetail, OperationSummary, StepDetail } from "#kit/work/queries.ts"
import { sayTrouble } from "#kit/work/trouble.ts"
import type { operationDetailShape, operationShape } from "./contract.ts"

export type OperationView = z.infer<typeof operationShape>
export type OperationDetailView = z.infer<typeof operationDetailShape>

/** What each kind of work is called, for people: put together by the program from all modules. */
export type WorkTitles = ReadonlyMap<string, Say>

export interface OperationReader {
  readonly language: Language
  readonly titles: WorkTitles
  /** Of what it is about, and of whose that is, by its id. */
  readonly names: ReadonlyMap<string, string>
  readonly owners: ReadonlyMap<string, string>
}

export function describeOperation(found: OperationSummary, reader: OperationReader): OperationView {
  return {
    id: found.id,
    name: found.name,
    title: reader.titles.get(found.name)?.[reader.language] ?? found.name,
    state: found.state,
    queue: found.queue,
    subjects: [...found.subjects],
    about: found.subjects.map((id) => ({
      id,
      name: reader.names.get(id) ?? null,
      whose: reader.owners.get(id) ?? null,
    })),
    currentStep: found.progress,
    why: found.why,
    trouble: sayTrouble(found, reader.language),
    attempts: found.segment,
    startedAt: found.createdAt.toString(),
    updatedAt: found.updatedAt.toString(),
    dueAt: found.dueAt?.toString() ?? null,
    can: {
      retry: canOperate(found, "retry"),
      resume: canOperate(found, "resume"),
      undo: canOperate(found, "undo"),
      close: canOperate(found, "close"),
    },
  }
}

export function describeOperationDetail(
  found: OperationDetail,
  reader: OperationReader,
): OperationDetailView {
  const summary = describeOperation(found, reader)
  return {
    ...summary,
    input: found.input,
    closeReason: found.state === "closed" ? found.why : null,
    steps: found.steps.map((step) => ({
      name: step.name,
      kind: step.kind,
      state: shownStates[step.state],
      attempts: step.attempts,
      startedAt: step.startedAt.toString(),
      endedAt: step.endedAt?.toString() ?? null,
      output: step.output ?? null,
      error: step.why,
      canResume: summary.can.resume && isResumable(step),
      calls: found.calls.filter((call) => call.step === step.name).map(describeCall),
    })),
  }
}

/** The memory's own words are finer than what a person needs to see. */
const shownStates = {
  calling: "running",
  waiting: "waiting",
  done: "done",
  failed: "failed",
  undone: "undone",
  forgotten: "planned",
} as const satisfies Record<StepState, OperationDetailView["steps"][number]["state"]>

function isResumable(step: StepDetail): boolean {
  return step.kind !== "undo" && (step.state === "done" || step.state === "failed")
}

function describeCall(call: CallDetail): OperationDetailView["steps"][number]["calls"][number] {
  return {
    id: call.id,
    at: call.at.toString(),
    attempt: call.attempt,
    host: call.host,
    method: call.method,
    path: call.path,
    status: call.status,
    outcome: call.outcome,
    durationMs: call.durationMs,
    request: call.request,
    answer: call.answer,
  }
}
