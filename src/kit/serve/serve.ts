import {
  type AnySchema,
  type ContractProcedure,
  type InferSchemaInput,
  type InferSchemaOutput,
  isContractProcedure,
} from "@orpc/contract"
import { type AnyRouter, Procedure } from "@orpc/server"
import type { Context } from "../context.ts"
import { keepRefusal, type OnceRequest, readKey, runOnce } from "../idempotency/run-once.ts"
import { Refusal } from "../refusal.ts"
import { requestRefusals } from "./errors.ts"
import { guardStream, isStream } from "./guard-stream.ts"
import { narrowScope } from "./narrow-scope.ts"
import { checkPermit, type Permit, refuseBarred, refuseImpersonated } from "./permit.ts"
import { refusePollution } from "./pollution.ts"
import { toApiError } from "./problems.ts"
import type { CallScope } from "./scope.ts"

/**
 * A module's router: its contract, and for each route who may call it and which operation answers.
 *
 *     export const billingRouter = serve(billingContract, {
 *       invoices: {
 *         list: answer(permit("billing.invoices.read"), (ctx, input) => listInvoices(ctx, within(ctx.actor), input)),
 *       },
 *     })
 */
export function serve<Contract extends ContractTree>(
  contract: Contract,
  answers: Answers<Contract>,
): AnyRouter {
  if (isContractProcedure(contract)) return procedureOf(contract, answers as unknown as Answer)
  const entries = Object.entries(contract).map(([name, branch]) => [
    name,
    serve(branch, (answers as Record<string, Answers<ContractTree>>)[name] as Answers<ContractTree>),
  ])
  return Object.fromEntries(entries) as AnyRouter
}

/** The usual route: one transaction, opened before and committed after; a GET reads without one. */
export function answer<Input, Output>(
  permit: Permit,
  run: (ctx: Context, input: Input) => Promise<Output>,
): Answer<Input, Output> {
  return { kind: "transaction", permit, prepare: undefined, run: (ctx, input) => run(ctx, input) }
}

/** For a GET that uses up what it shows, a link that works once: it writes, so it has a transaction. */
export function answerOnce<Input, Output>(
  permit: Permit,
  run: (ctx: Context, input: Input) => Promise<Output>,
): Answer<Input, Output> {
  return {
    kind: "transaction",
    permit,
    prepare: undefined,
    run: (ctx, input) => run(ctx, input),
    isUsing: true,
  }
}

/** For work that must not hold a transaction (hashing a password): it is done first and handed on. */
export function answerAfter<Input, Prepared, Output>(
  permit: Permit,
  prepare: (scope: CallScope, input: Input) => Promise<Prepared>,
  run: (ctx: Context, input: Input, prepared: Prepared) => Promise<Output>,
): Answer<Input, Output> {
  return {
    kind: "transaction",
    permit,
    prepare,
    run: (ctx, input, prepared) => run(ctx, input, prepared as Prepared),
  }
}

/** For reading that outlives a transaction: progress streams, large files. Opens short ones by itself. */
export function answerLive<Input, Output>(
  permit: Permit,
  run: (scope: CallScope, input: Input, live: LiveCall) => Promise<Output>,
): Answer<Input, Output> {
  return { kind: "live", permit, live: run }
}

export interface LiveCall {
  /** Ends when the reader has gone away or the process stops. */
  readonly signal: AbortSignal
  /** Where a reader who reconnects left off. */
  readonly lastEventId: string | undefined
}

export type Answer<Input = unknown, Output = unknown> =
  | {
      readonly kind: "transaction"
      readonly permit: Permit
      readonly prepare: ((scope: CallScope, input: Input) => Promise<unknown>) | undefined
      /** Writes although it is a GET. */
      readonly isUsing?: true
      run(ctx: Context, input: Input, prepared: unknown): Promise<Output>
    }
  | {
      readonly kind: "live"
      readonly permit: Permit
      live(scope: CallScope, input: Input, live: LiveCall): Promise<Output>
    }

export type ContractTree =
  | ContractProcedure<AnySchema, AnySchema, Record<never, never>, object>
  | { readonly [name: string]: ContractTree }

export type Answers<Contract> =
  Contract extends ContractProcedure<infer Input, infer Output, infer _Errors, infer _Meta>
    ? Answer<InferSchemaOutput<Input>, InferSchemaInput<Output>>
    : { readonly [Name in keyof Contract]: Answers<Contract[Name]> }

/** What the tests and the API document read back from a procedure. */
export interface ProcedureMeta {
  readonly permit: Permit
  readonly isLive: boolean
}

type AnyContract = ContractProcedure<AnySchema, AnySchema, Record<never, never>, object>
type CallOptions = {
  readonly context: { readonly scope: CallScope }
  readonly path: readonly string[]
  readonly signal?: AbortSignal | undefined
  readonly lastEventId?: string | undefined
}

/**
 * Two layers: outside, permission and the wording of errors; then the input is checked; inside, idempotency
 * and the transaction, so that an answer that breaks its own contract is rolled back and not sent.
 */
function procedureOf(contract: AnyContract, wanted: Answer) {
  const definition = contract["~orpc"]
  const method = definition.route.method ?? "POST"
  if (wanted.kind === "live" && method !== "GET") {
    throw new Error(`${method} ${definition.route.path} writes, so it needs a transaction.`)
  }
  const meta: ProcedureMeta = { permit: wanted.permit, isLive: wanted.kind === "live" }
  return new Procedure({
    ...definition,
    meta,
    middlewares: [
      (async (options: CallOptions & { next: Next }, raw: unknown) =>
        guard(options, { wanted, isWriting: method !== "GET" }, raw)) as never,
      (async (options: CallOptions & { next: Next }, input: unknown) =>
        perform(options, wanted, method, input)) as never,
    ],
    inputValidationIndex: 1,
    outputValidationIndex: 2,
    handler: (async (options: CallOptions & { context: Opened; input: unknown }) =>
      wanted.kind === "live"
        ? wanted.live(options.context.scope, options.input, {
            signal: signalOf(options),
            lastEventId: options.lastEventId,
          })
        : wanted.run(options.context.ctx, options.input, options.context.prepared)) as never,
  })
}

function signalOf({ signal, context }: CallOptions): AbortSignal {
  const { stopping } = context.scope
  return signal ? AbortSignal.any([signal, stopping]) : stopping
}

type Opened = { readonly scope: CallScope; readonly ctx: Context; readonly prepared: unknown }
type Next = (options?: { context: object }) => Promise<{ output: unknown; context: object }>

interface Guarded {
  readonly wanted: Answer
  readonly isWriting: boolean
}

async function guard(options: CallOptions & { next: Next }, { wanted, isWriting }: Guarded, raw: unknown) {
  const { scope } = options.context
  try {
    scope.admit?.({ path: options.path, isWriting })
    checkPermit(wanted.permit, scope.actor)
    refuseImpersonated(wanted.permit, scope.actor, isWriting)
    refuseBarred(wanted.permit, scope.actor, isWriting)
    refusePollution(raw)
    const narrowed = { context: { scope: narrowScope(scope, wanted.permit) } }
    return wanted.kind === "live" ? await follow({ ...options, ...narrowed }) : await options.next(narrowed)
  } catch (error) {
    throw toApiError(error, scope)
  }
}

/** Whoever reads a stream has a place, from the call to its end, however that comes. */
async function follow(options: CallOptions & { next: Next }) {
  const { scope } = options.context
  const leave = scope.enterLive()
  try {
    const result = await options.next()
    if (!isStream(result.output)) {
      leave()
      return result
    }
    // A reader may be gone before the first word was read.
    whenAborted(signalOf(options), leave)
    return { ...result, output: guardStream(result.output, scope, leave) }
  } catch (error) {
    leave()
    throw error
  }
}

function whenAborted(signal: AbortSignal, act: () => void): void {
  if (signal.aborted) act()
  else signal.addEventListener("abort", act, { once: true })
}

async function perform(
  options: CallOptions & { next: Next },
  wanted: Answer,
  method: string,
  input: unknown,
) {
  const { scope } = options.context
  if (wanted.kind === "live") return options.next()
  const once = onceRequest(scope, options.path, method, input)
  const prepared = wanted.prepare ? await wanted.prepare(scope, input) : undefined
  // What must be safe to repeat only looks: no transaction, and the database refuses to write.
  if (method === "GET" && !wanted.isUsing) {
    return scope.read(async (ctx) => ({
      output: (await options.next({ context: { ctx, prepared } })).output,
      context: {},
    }))
  }
  try {
    return await scope.transact(async (ctx) => {
      const open = async () => (await options.next({ context: { ctx, prepared } })).output
      if (!once) return { output: await open(), context: {} }
      const answered = await runOnce(ctx, once, open)
      if (answered.isReplay) scope.answerHeaders.set("idempotency-replayed", "true")
      return { output: answered.output, context: {} }
    })
  } catch (error) {
    if (once && error instanceof Refusal && isFinal(error)) {
      await scope.transact((ctx) => keepRefusal(ctx, once, error))
    }
    throw error
  }
}

function onceRequest(
  scope: CallScope,
  path: readonly string[],
  method: string,
  input: unknown,
): OnceRequest | undefined {
  if (method === "GET") return undefined
  const { key, isRequired, keyring } = scope.idempotency
  if (key !== undefined) return { key: readKey(key), operation: path.join("."), input, keyring }
  if (isRequired && method === "POST") requestRefusals.refuse("request.key_needed")
  return undefined
}

/** A "no" that a repeat would get again. "Busy" and "later" are not: the repeat is how they are overcome. */
function isFinal(refusal: Refusal): boolean {
  const passing = [401, 403, 423, 429, 503]
  return (
    !refusal.code.startsWith(`${requestRefusals.module}.`) &&
    !passing.includes(refusal.declaration.status) &&
    refusal.detail.retryAfterSeconds === undefined
  )
}
