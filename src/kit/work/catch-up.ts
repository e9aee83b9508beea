import { and, eq, type SQL, sql } from "drizzle-orm"
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
import { operationSubjects, operations } from "./tables.ts"

const input = z.object({ what: z.string(), ids: z.array(z.string()) })
type Input = z.infer<typeof input>

/** More stand before a person by now; those that are left are tried with the next run. */
const MOST_AT_ONCE = 200

/** The step that names what is left, and stays open for as long as anything is. */
const NAMING = "name-left"
const MOST_WORDS_OF_ONE = 200

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
      const [id] = ids
      if (ids.length === 1 && id !== undefined) return one(work, id)
      await oneByOne(work, ids, one)
    },
  })
  return {
    work,
    leaveOut: (...given) => leaveOut(work, ...given),
    tryAgain: (ctx) => tryAgain(ctx, name),
    isWaiting: () => sql`exists (select from ${operations} where name = ${name} and state = 'stuck')`,
  }
}

/** What still can't be done holds up none of the others; the work is about nothing else any more then. */
async function oneByOne(
  work: Work,
  ids: readonly string[],
  one: (work: Work, id: string) => Promise<void>,
): Promise<void> {
  const left: { readonly id: string; readonly why: string }[] = []
  for (const id of ids) {
    try {
      await one({ ...work, record: orSkip(work) }, id)
    } catch (error) {
      if (!(error instanceof Skipped)) throw error
      left.push({ id, why: error.message })
    }
  }
  await work.call(NAMING, async (call) => {
    if (left.length === 0) return
    await call.transact((ctx) =>
      narrow(
        ctx,
        work.operationId,
        left.map(({ id }) => id),
      ),
    )
    const named = left.map(({ id, why }) => `${id}: ${why.slice(0, MOST_WORDS_OF_ONE)}`)
    throw new GiveUp(`${left.length} of ${ids.length}: ${named.join(" · ")}`)
  })
}

/** Thrown within the saga's own code, never by a step: the way out of one of many. */
class Skipped extends Error {}

function orSkip(work: Work): Work["record"] {
  return async (step, body) => {
    const tried = await work.tryRecord(step, body)
    if ("failed" in tried) throw new Skipped(tried.failed)
    return tried.output
  }
}

async function narrow(ctx: Context, operationId: string, ids: readonly string[]): Promise<void> {
  await ctx.db
    .delete(operationSubjects)
    .where(
      and(
        eq(operationSubjects.operationId, operationId),
        sql`${operationSubjects.subject} <> all(${sql.param([...ids])}::text[])`,
      ),
    )
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
