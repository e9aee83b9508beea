import { type OperationState, operationStates } from "#kit/work/operation.ts"
import { getOperation, listOperations } from "#kit/work/queries.ts"
import { moveOperation, type OperationMove } from "#operations"
import { CliRefusal, type Doors } from "./doors.ts"
import { type Output, printTable } from "./output.ts"

const MOST_SHOWN = 50

export async function showOperations(
  doors: Doors,
  output: Output,
  wish: { readonly state?: string; readonly shop?: string },
): Promise<void> {
  const { state } = wish
  if (state !== undefined && !isState(state)) {
    throw new CliRefusal(`There is no state ${state}: ${operationStates.join(", ")}.`)
  }
  const page = await doors.inShop(wish.shop, (ctx) =>
    listOperations(ctx, { limit: MOST_SHOWN, ...(state === undefined ? {} : { states: [state] }) }),
  )
  if (page.items.length === 0) return output.line("None.")
  const rows = page.items.map((one) => [one.id, one.state, one.name, one.progress ?? "", one.why ?? ""])
  printTable(output, ["operation", "state", "name", "step", "why"], rows)
  if (page.next) output.line(`… the newest ${MOST_SHOWN}.`)
}

export async function showOperation(
  doors: Doors,
  output: Output,
  wish: { readonly id: string; readonly shop?: string },
): Promise<void> {
  const one = await doors.inShop(wish.shop, (ctx) => getOperation(ctx, wish.id))
  output.line(`${one.id}  ${one.name}  ${one.state}${one.why ? `  ${one.why}` : ""}`)
  output.line(`about ${one.subjects.join(", ") || "nothing"}; queue ${one.queue}; since ${one.createdAt}`)
  const steps = one.steps.map((step) => [
    step.name,
    step.kind,
    step.state,
    String(step.attempts),
    step.why ?? "",
  ])
  printTable(output, ["step", "kind", "state", "tries", "error"], steps)
  const calls = one.calls.map((call) => [
    String(call.at),
    call.method,
    `${call.host}${call.path}`,
    String(call.status ?? ""),
    call.outcome,
  ])
  if (calls.length > 0) printTable(output, ["at", "call", "to", "status", "outcome"], calls)
}

export async function decide(
  doors: Doors,
  output: Output,
  wish: { readonly id: string; readonly shop?: string; readonly move: OperationMove },
): Promise<void> {
  const after = await doors.inShop(wish.shop, (ctx) => moveOperation(ctx, wish.id, wish.move))
  output.line(`${after.id} is ${after.state} now.`)
}

function isState(text: string): text is OperationState {
  return operationStates.some((state) => state === text)
}
