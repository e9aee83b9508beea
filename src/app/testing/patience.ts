import { setTimeout as pause } from "node:timers/promises"
import { isDatabaseBusy } from "#kit/db.ts"
import { ApiProblem } from "#kit/problem.ts"
import type { ApiClient } from "../api/api-door.ts"

/** A house that is full for longer than this is broken. */
const MOST_TRIES = 60
const BUSY_SECONDS = 2

/**
 * The public contract as a client uses it who was told how: after "busy" it waits as long as it was asked to, then
 * says the same again under the same key.
 */
export function patientClient(open: (key: string) => ApiClient, newKey: () => string): ApiClient {
  const at = (path: readonly string[]): unknown =>
    new Proxy(() => {}, {
      get: (_, name) => (typeof name === "string" && name !== "then" ? at([...path, name]) : undefined),
      apply: (_, __, given: unknown[]) => {
        const client = open(newKey())
        return patiently(() => procedureAt(client, path)(...given))
      },
    })
  return at([]) as ApiClient
}

type Procedure = (...given: unknown[]) => Promise<unknown>

function procedureAt(client: ApiClient, path: readonly string[]): Procedure {
  let branch: unknown = client
  for (const name of path) branch = (branch as Record<string, unknown>)[name]
  return branch as Procedure
}

/** Again after "busy", as often as somebody would who has nothing better to do. */
export async function patiently<Result>(ask: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask()
    } catch (error) {
      const seconds = secondsToWait(error)
      if (seconds === undefined || tries >= MOST_TRIES) throw error
      await pause(seconds * 1_000)
    }
  }
}

/** A page that was busy: as the payer's browser hears it. */
export class PageBusy extends Error {
  override readonly name = "PageBusy"
  readonly seconds: number

  constructor(answer: Response) {
    super(`${answer.url} answered ${answer.status}.`)
    this.seconds = Number(answer.headers.get("retry-after") ?? BUSY_SECONDS)
  }
}

function secondsToWait(error: unknown): number | undefined {
  if (error instanceof PageBusy) return error.seconds
  if (error instanceof ApiProblem && [429, 503].includes(error.status)) {
    return error.retryAfterSeconds ?? BUSY_SECONDS
  }
  return isDatabaseBusy(error) ? BUSY_SECONDS : undefined
}
