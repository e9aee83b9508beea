import { isProcedure } from "@orpc/server"
import { silentLog } from "#kit/context.ts"
import type { Database } from "#kit/db.ts"
import { ensureTenant, saveSettings } from "#tenancy"
import { createApiDoor } from "../api/api-door.ts"
import { type ApiRouters, createApiRouter, listProcedures, type ServedProcedure } from "../api/api-router.ts"
import { demoSettings } from "../demo/demo-tenant.ts"
import { joinRouters } from "../routers.ts"
import { moduleNames } from "../settings.ts"
import { openSignInMeans } from "../sign-in-means.ts"
import type { Company } from "./company.ts"
import { ELSEWHERE, type TrialRole } from "./permission-roles.ts"
import { trialKeyring } from "./trial-keyring.ts"

export interface TrialDoor {
  readonly procedures: readonly ServedProcedure[]
  call(
    procedure: ServedProcedure,
    role: TrialRole,
    wish: { readonly id?: string | undefined; readonly query?: string; readonly body?: object | undefined },
  ): Promise<{ status: number; body: string }>
  /** The names a procedure's input may carry. */
  inputKeys(procedure: ServedProcedure): readonly string[]
  countCalls(): number
}

/** Routers with a hole in them, for seeing the trial find it. */
export type Plants = Partial<ApiRouters>

/** The REST door over the whole router, on a database that forgets every call. */
export async function createTrialDoor({ ground }: Company, plants: Plants): Promise<TrialDoor> {
  await ground.database.transactAcrossTenants((db) =>
    ensureTenant(db, ground.clock, { id: ELSEWHERE, slug: "elsewhere", hosts: ["elsewhere.test"] }),
  )
  await ground.inTenant(ELSEWHERE, (ctx) => saveSettings(ctx, demoSettings))
  const routers = {
    ...joinRouters(ground, {
      titles: new Map(),
      apiKeyKind: "test",
      signIn: openSignInMeans(ground, { breachedPasswordsUrl: "http://localhost:9", rateLimits: false }),
    }),
    ...plants,
  }
  const router = createApiRouter(routers, moduleNames)
  const door = createApiDoor({
    ...ground,
    router,
    database: forgetful(ground.database),
    keyring: trialKeyring(),
    stopping: new AbortController().signal,
  })
  let calls = 0
  return {
    procedures: listProcedures(router),
    countCalls: () => calls,
    inputKeys: ({ name }) => keysOfInput(router, name),
    call: async (procedure, role, { id, query = "", body }) => {
      calls++
      const { method } = procedure
      // The thing itself; a part of it that the path names as well stands among what it is sent.
      const parts = new Map(Object.entries(body ?? {}).filter(([, value]) => typeof value === "string"))
      const fill = (_: string, name: string) => String(parts.get(name) ?? id ?? "")
      const path = procedure.path.replaceAll(/\{(\w+)\}/g, fill)
      const request = new Request(`http://trial.test/api/v1${path}${query}`, {
        method,
        ...(method === "GET" ? {} : writeBody(body ?? {})),
      })
      const { tenant, resolved } = role
      const caller = {
        tenant,
        resolved,
        requestId: "trial",
        address: "127.0.0.1",
        log: silentLog,
        language: "en",
      } as const
      const answer = await door.answer(request, caller, new Headers())
      const isStream = answer.headers.get("content-type")?.startsWith("text/event-stream")
      return isStream ? readFirstEvent(answer) : { status: answer.status, body: await answer.text() }
    },
  }
}

/** JSON, or a form where a file goes along. */
function writeBody(body: object): RequestInit {
  const parts = Object.entries(body) as [string, unknown][]
  if (!parts.some(([, value]) => value instanceof File)) {
    return { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }
  }
  const form = new FormData()
  for (const [name, value] of parts) form.set(name, value instanceof File ? value : String(value))
  return { body: form }
}

/** A stream that never ends opens with 200 and says "no" in its first event, which is all that is asked of it. */
async function readFirstEvent(answer: Response): Promise<{ status: number; body: string }> {
  let text = ""
  for await (const part of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += part
    if (/^data: .*\n\n/m.test(text)) break
  }
  const body = /^data: (.*)$/m.exec(text)?.[1]
  // A stream about nothing ends without a word.
  if (body === undefined) return { status: 404, body: "" }
  const status = text.includes("event: error") ? (JSON.parse(body) as { status: number }).status : 200
  return { status, body }
}

class Forgotten extends Error {
  readonly result: unknown
  constructor(result: unknown) {
    super("undone on purpose")
    this.result = result
  }
}

/** Everything happens, is answered, and is undone. */
function forgetful(database: Database): Database {
  return {
    ...database,
    transact: async <Result>(tenant: string, body: Parameters<Database["transact"]>[1]) => {
      try {
        return await database.transact(tenant, async (db): Promise<Result> => {
          throw new Forgotten(await body(db))
        })
      } catch (error) {
        if (error instanceof Forgotten) return error.result as Result
        throw error
      }
    },
  } as Database
}

function keysOfInput(router: unknown, name: string): string[] {
  const found = name
    .split(".")
    .reduce<unknown>((branch, part) => (branch as Record<string, unknown>)[part], router)
  if (!isProcedure(found)) throw new Error(`${name} is no procedure.`)
  const schema = found["~orpc"].inputSchema as { readonly shape?: object } | undefined
  return Object.keys(schema?.shape ?? {})
}
