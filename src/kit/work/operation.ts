/** One run of durable work, from its start to its end. States and what they allow, as data; no I/O here. */
export const operationStates = [
  "queued",
  "running",
  "waiting",
  "stuck",
  "done",
  "undoing",
  "undone",
  "closed",
] as const
export type OperationState = (typeof operationStates)[number]

/** Where each state may go. The workers and the operators' buttons read the same table. */
export const operationMoves = {
  queued: ["running", "stuck", "undoing", "closed"],
  running: ["queued", "waiting", "stuck", "undoing", "done"],
  waiting: ["queued", "stuck", "undoing", "closed"],
  stuck: ["queued", "undoing", "closed"],
  undoing: ["undone", "stuck"],
  done: [],
  undone: [],
  closed: [],
} as const satisfies Record<OperationState, readonly OperationState[]>

export function canMoveOperation(from: OperationState, to: OperationState): boolean {
  return (operationMoves[from] as readonly OperationState[]).includes(to)
}

/** Nothing will happen to it any more, whatever anyone presses. */
export function isEnded(state: OperationState): boolean {
  return operationMoves[state].length === 0
}

/** What a person may do to an operation, and the state it leads to. */
export const operatorMoves = {
  retry: "queued",
  resume: "queued",
  undo: "undoing",
  close: "closed",
} as const satisfies Record<string, OperationState>
export type OperatorMove = keyof typeof operatorMoves

/** `running` may go back to `queued` only by hand-over or take-over, never because a person pressed a button. */
const openToOperators: ReadonlySet<OperationState> = new Set(["queued", "waiting", "stuck"])

export function canOperate(operation: { state: OperationState; direction: Direction }, move: OperatorMove) {
  if (!openToOperators.has(operation.state)) return false
  if (move === "resume" && operation.direction === "undo") return false
  return canMoveOperation(operation.state, stateAfter(operation, move))
}

/** An undo that got stuck goes on undoing when it is tried again: it must not run forward over half a ruin. */
export function stateAfter(operation: { direction: Direction }, move: OperatorMove): OperationState {
  return move === "retry" && operation.direction === "undo" ? "undoing" : operatorMoves[move]
}

export const directions = ["forward", "undo"] as const
export type Direction = (typeof directions)[number]

export const stepKinds = ["record", "call", "poll", "wait", "undo"] as const
export type StepKind = (typeof stepKinds)[number]

/**
 * calling: an outside call is on its way or its answer was lost · waiting: parked until `due_at` ·
 * forgotten: a person asked to do it again, the memo no longer counts.
 */
export const stepStates = ["calling", "waiting", "done", "failed", "undone", "forgotten"] as const
export type StepState = (typeof stepStates)[number]

export const callOutcomes = ["answered", "refused", "failed", "timed-out", "unreachable"] as const
export type CallOutcome = (typeof callOutcomes)[number]
