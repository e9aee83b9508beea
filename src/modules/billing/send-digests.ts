import { and, asc, gt, isNull, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { inHalves } from "#kit/work/in-halves.ts"
import { getSettings } from "#tenancy"
import type { RunChunk } from "./charge-due.ts"
import { collectingNotes } from "./collecting-tables.ts"
import { sendDigest } from "./send-digest.ts"

const ACCOUNTS_AT_ONCE = 50

/**
 * One mail per account and day about everything that is to be paid. Whoever had today's waits for tomorrow's. An account
 * that can't be written to is left out; the others get theirs.
 */
export async function sendDigests(ctx: Context, after: string): Promise<RunChunk> {
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const hadToday = sql`exists (select from ${collectingNotes} as told where told.tenant_id = ${collectingNotes}.tenant_id
    and told.account_id = ${collectingNotes}.account_id and told.closed_on = ${today.toString()}
    and told.message_id is not null)`
  const accounts = await ctx.db
    .selectDistinct({ id: collectingNotes.accountId })
    .from(collectingNotes)
    .where(and(isNull(collectingNotes.closedOn), gt(collectingNotes.accountId, after), sql`not ${hadToday}`))
    .orderBy(asc(collectingNotes.accountId))
    .limit(ACCOUNTS_AT_ONCE)
  const ids = accounts.map(({ id }) => id)
  const { leftOut } = await inHalves(ctx, ids, async (part) => {
    for (const id of part) await sendDigest(ctx, id)
  })
  return { next: ids.at(-1) ?? null, leftOut }
}
