import { eventIterator } from "@orpc/contract"
import { sql } from "drizzle-orm"
import { z } from "zod"
import type { Context } from "#kit/context.ts"
import { contract } from "#kit/contract.ts"
import { declareRefusals } from "#kit/refusal.ts"
import { permit, permitEveryone } from "#kit/serve/permit.ts"
import { answer, answerLive, serve } from "#kit/serve/serve.ts"

/** Procedures that behave badly on purpose, to see what the edge makes of them. */
export const probeContract = {
  write: contract
    .route({ method: "POST", path: "/probe/{name}", successStatus: 201 })
    .input(z.object({ name: z.string(), size: z.number().int().optional() }))
    .output(z.object({ id: z.string() })),
  refuse: contract
    .route({ method: "POST", path: "/probe-refusals" })
    .input(z.object({ email: z.email(), name: z.string().min(1) }))
    .output(z.object({})),
  fail: contract.route({ method: "GET", path: "/probe-failures" }).output(z.object({})),
  lie: contract.route({ method: "POST", path: "/probe-lies" }).output(z.object({ id: z.string() })),
  staffOnly: contract.route({ method: "GET", path: "/probe-staff" }).output(z.object({})),
  live: contract
    .route({ method: "GET", path: "/probe-stream" })
    .output(eventIterator(z.object({ step: z.number() }))),
}

const refusals = declareRefusals("probe", {
  too_late: { status: 409, say: { en: "Too late, {name}.", ko: "{name}님, 너무 늦었습니다." } },
})

export interface Probe {
  /** Runs inside the transaction of a write, before its answer. */
  during(ctx: Context, name: string): Promise<void>
  /** What a stream waits for after its first event. */
  next(): Promise<void>
}

const everyone = permitEveryone("This is a test.")

export function createProbeRouter(probe: Partial<Probe> = {}) {
  return serve(probeContract, {
    write: answer(everyone, async (ctx, input) => {
      const id = await writeSomething(ctx, input.name)
      await probe.during?.(ctx, input.name)
      return { id }
    }),
    refuse: answer(everyone, async (ctx, input) => {
      await writeSomething(ctx, input.name)
      return refusals.refuse(
        "probe.too_late",
        { name: input.name },
        { field: "email", because: "inner reason" },
      )
    }),
    fail: answer(everyone, async () => {
      throw new Error("password=hunter2 of the inside")
    }),
    lie: answer(everyone, async (ctx) => {
      await writeSomething(ctx, "lie")
      return { id: 7 } as unknown as { id: string }
    }),
    staffOnly: answer(permit("operations.read"), async () => ({})),
    live: answerLive(everyone, async () => steps(probe)),
  })
}

/** Any row will do; verifications hang on nothing else. */
async function writeSomething(ctx: Context, name: string): Promise<string> {
  const id = ctx.newId("ver")
  await ctx.db.execute(sql`
    insert into identity.verifications (id, identifier, value, expires_at, created_at, updated_at)
    values (${id}, ${name}, '', now(), now(), now())`)
  return id
}

export async function countWrites(ctx: Context): Promise<number> {
  const found = await ctx.db.execute<{ count: string }>(sql`select count(*) from identity.verifications`)
  return Number(found.rows[0]?.count)
}

async function* steps(probe: Partial<Probe>) {
  yield { step: 1 }
  await probe.next?.()
  yield { step: 2 }
}
