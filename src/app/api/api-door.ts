import type { ContractRouterClient } from "@orpc/contract"
import { OpenAPIHandler } from "@orpc/openapi/fetch"
import { type AnyRouter, createRouterClient, ORPCError } from "@orpc/server"
import type { Resolved } from "#identity"
import type { Clock } from "#kit/clock.ts"
import type { Log } from "#kit/context.ts"
import type { Database, Transaction } from "#kit/db.ts"
import type { NewId } from "#kit/id.ts"
import { ApiProblem, type Problem } from "#kit/problem.ts"
import type { Language } from "#kit/refusal.ts"
import type { Keyring } from "#kit/secrets.ts"
import { requestRefusals } from "#kit/serve/errors.ts"
import { createLivePlaces, type LiveLimits } from "#kit/serve/live-places.ts"
import { toProblem } from "#kit/serve/problems.ts"
import type { CallScope } from "#kit/serve/scope.ts"
import type { Closure } from "#tenancy"
import type { apiContract } from "../contract.ts"
import { refuseWhileClosed } from "./closed-shop.ts"
import { problemResponse } from "./problem-response.ts"

export type ApiClient = ContractRouterClient<typeof apiContract>

/** Who calls, from where: what the edge found out about a request. */
export interface Caller {
  readonly tenant: string
  readonly requestId: string
  readonly address: string
  /** Where that address is, when a proxy of our own says so. */
  readonly country?: string | undefined
  /** What a proxy in front says of them, as it came. */
  readonly assertion?: string | undefined
  readonly log: Log
  readonly resolved: Resolved
  readonly language: Language
  /** Of a suspended shop: what its customers still get. */
  readonly closure?: Closure | null
}

export interface ApiDoor {
  /** The REST side: `/api/v1/…`. */
  answer(request: Request, caller: Caller, answerHeaders: Headers): Promise<Response>
  /** The same procedures for page loaders, as this caller; throws ApiProblem. */
  inProcess(caller: Caller, wish?: InProcessWish): ApiClient
}

export interface InProcessWish {
  /** The idempotency key of a form. */
  readonly key?: string
  /** May answer instead of the procedure. */
  readonly recall?: Recall | undefined
}

export type Recall = (
  call: { readonly path: readonly string[]; readonly input: unknown },
  ask: () => Promise<unknown>,
) => Promise<unknown>

export interface ApiDoorDeps {
  readonly router: AnyRouter
  readonly database: Database
  readonly clock: Clock
  readonly newId: NewId
  readonly keyring: Keyring
  readonly stopping: AbortSignal
  /** Others than usual in tests. */
  readonly liveLimits?: LiveLimits
}

export const API_PREFIX = "/api/v1"

export function createApiDoor(deps: ApiDoorDeps): ApiDoor {
  const places = createLivePlaces(deps.liveLimits)
  const handler = new OpenAPIHandler<{ scope: CallScope }>(deps.router, {
    // Not enumerable as a problem: the request was unreadable, and only the door below knows the reader.
    customErrorResponseBodyEncoder: (error) => (isProblem(error.data) ? error.data : UNREADABLE),
  })
  return {
    answer: async (request, caller, answerHeaders) => {
      const scope = openScope(deps, caller, {
        key: request.headers.get("idempotency-key") ?? undefined,
        isRequired: caller.resolved.by === "key",
        answerHeaders,
        enterLive: () => places.enter(callerName(caller)),
      })
      const { matched, response } = await handler.handle(request, { prefix: API_PREFIX, context: { scope } })
      if (!matched) {
        return problemResponse(toProblem(requestRefusals.create("request.path_missing"), caller))
      }
      return response.status >= 400 ? asProblem(response, caller) : response
    },
    inProcess: (caller, { key, recall } = {}) =>
      createRouterClient(deps.router, {
        context: () => ({
          scope: openScope(deps, caller, { ...pageWish, key, answerHeaders: new Headers() }),
        }),
        interceptors: [
          throwApiProblems,
          ...(recall ? [(call: RecalledCall) => recall(call, () => call.next())] : []),
        ],
      }) as unknown as ApiClient,
  }
}

const UNREADABLE = { isUnreadable: true }

interface CallWish {
  readonly key: string | undefined
  readonly isRequired: boolean
  readonly answerHeaders: Headers
  readonly enterLive: () => () => void
}

/** A page takes the first of a stream and lets go. */
const pageWish = { isRequired: false, enterLive: () => () => {} }

function callerName({ resolved: { actor }, address }: Caller): string {
  if ("apiKeyId" in actor && actor.apiKeyId !== undefined) return actor.apiKeyId
  return "personId" in actor ? actor.personId : address
}

function openScope(deps: ApiDoorDeps, caller: Caller, wish: CallWish): CallScope {
  const { tenant, requestId, log, language, address, assertion } = caller
  const { actor } = caller.resolved
  const { clock, newId, keyring } = deps
  const seenIn = caller.country === undefined ? {} : { seenIn: caller.country }
  const contextOn = (db: Transaction) => ({
    tenant,
    db,
    clock,
    newId,
    actor,
    log,
    language,
    requestId,
    ...seenIn,
  })
  return {
    tenant,
    actor,
    language,
    requestId,
    address,
    assertion,
    log,
    idempotency: { key: wish.key, isRequired: wish.isRequired, keyring },
    answerHeaders: wish.answerHeaders,
    enterLive: wish.enterLive,
    admit: (call) => refuseWhileClosed(caller, call),
    stopping: deps.stopping,
    transact: (body) => deps.database.transact(tenant, (db) => body(contextOn(db))),
    read: (body) => deps.database.read(tenant, (db) => body(contextOn(db))),
  }
}

interface RecalledCall {
  readonly path: readonly string[]
  readonly input: unknown
  next(): Promise<unknown>
}

async function throwApiProblems({ next }: { next(): Promise<unknown> }): Promise<unknown> {
  try {
    return await next()
  } catch (error) {
    if (error instanceof ORPCError && isProblem(error.data))
      throw new ApiProblem(error.data, { cause: error })
    throw error
  }
}

async function asProblem(response: Response, caller: Caller): Promise<Response> {
  const body: unknown = await response.json()
  if (isProblem(body)) return problemResponse(body)
  const code = response.status === 413 ? "request.too_large" : "request.malformed"
  return problemResponse(toProblem(requestRefusals.create(code), caller))
}

function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "code" in value && "instance" in value
}
