import { type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import type { Context } from "../context.ts"
import type { Say } from "../refusal.ts"
import { defineWork, GiveUp, type Work, type WorkKind } from "./define.ts"
import { wordsOf } from "./failure.ts"
import type { LeftOut } from "./in-halves.ts"
import { inSavepoint } from "./in-savepoint.ts"
import { listSubjectsInWork } from "./list-subjects-in-work.ts"
import { listOperations } from "./queries.ts"
import { retryOperation } from "./retry-operation.ts"
import { startWork } from "./start-work.ts"
import { operations } from "./tables.ts"

const input = z.object({ what: z.string(), ids: z.array(z.string()) })
type Input = z.infer<typeof input>

/** More stand before a person by now; those that are left are tried with the next run. */
const MOST_AT_ONCE = 200

export interface CatchUp<What extends string> {
  readonly work: WorkKind<Input>
  /** Names what a run could not do with the others: as work of its own, which is tried again and then waits for a person. */
  leaveOut(ctx: Context, what: What, leftOut: readonly LeftOut[]): Promise<void>
  /** What waits for a person is tried once more: whatever has been put right since is over then. */
  tryAgain(ctx: Context): Promise<void>
  /** Something waits for that: of a sweep that has nothing else to do. */
  isWaiting(): SQL
}

/**
 * What a run over many has to leave out, so that one thing never holds up the others. Each kind of it is done here one by
 * one, by what the run does; done meanwhile by another run, there is nothing left to do.
 */
export function defineCatchUp<What extends string>(kind: {
  readonly name: string
  readonly say: Say
  readonly one: Readonly<Record<What, (work: Work, id: string) => Promise<void>>>
}): CatchUp<What> {
  const { name, say } = kind
  const doers = new Map<string, (work: Work, id: string) => Promise<void>>(Object.entries(kind.one))
  const work = defineWork<Input>({
    name,
    input,
    say,
    subjects: ({ ids }) => ids,
    run: async (work, { what, ids }) => {
      const one = doers.get(what)
      if (!one) throw new GiveUp(`Nobody knows how to do "${what}" any more.`)
      for (const id of ids) await one(work, id)
    },
  })
  return {
    work,
    leaveOut: (...given) => leaveOut(work, ...given),
    tryAgain: (ctx) => tryAgain(ctx, name),
    isWaiting: () => sql`exists (select from ${operations} where name = ${name} and state = 'stuck')`,
  }
}

async function leaveOut(
  work: WorkKind<Input>,
  ctx: Context,
  what: string,
  leftOut: readonly LeftOut[],
): Promise<void> {
  if (leftOut.length === 0) return
  for (const { item, error } of leftOut)
    ctx.log.error({ what, id: item, error: wordsOf(error) }, "a run of many has left one out")
  // Named on an earlier day and not put right yet: that one stands there already.
  const known = await listSubjectsInWork(
    ctx,
    work.name,
    leftOut.map(({ item }) => item),
    // One customer may be left out of two things.
    { what },
  )
  const ids = leftOut.map(({ item }) => item).filter((id) => !known.has(id))
  const [first] = ids
  if (first === undefined) return
  const today = ctx.clock.today("UTC")
  await startWork(ctx, work, { what, ids }, { key: `${what} ${first} ${today}` })
}

async function tryAgain(ctx: Context, name: string): Promise<void> {
  const { items } = await listOperations(ctx, { name, states: ["stuck"], limit: MOST_AT_ONCE })
  for (const { id } of items) {
    const error = await inSavepoint(ctx, () => retryOperation(ctx, id))
    // Somebody pressed the same button at this moment.
    if (error) ctx.log.info({ operationId: id, because: error.message }, "was not tried again")
  }
}
