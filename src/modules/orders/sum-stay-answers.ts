import { gte, sql } from "drizzle-orm"
import type { z } from "zod"
import { stayKinds } from "#billing/contract"
import type { Context } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import type { stayFiguresShape } from "./stay-contract.ts"
import { stayAnswers } from "./stay-tables.ts"

const LOOK_BACK = { days: 365 }

/** Who cancelled beside an offer and whom it kept: of the last year's answers. */
export async function sumStayAnswers(ctx: Context): Promise<z.infer<typeof stayFiguresShape>> {
  const { timeZone } = await getSettings(ctx)
  const since = ctx.clock.today(timeZone).subtract(LOOK_BACK)
  const rows = await ctx.db
    .select({
      kind: stayAnswers.kind,
      cancelled: sql<number>`(count(*) filter (where state = 'declined'))::int`,
      kept: sql<number>`(count(*) filter (where state = 'taken'))::int`,
    })
    .from(stayAnswers)
    .where(gte(stayAnswers.answeredAt, since.toZonedDateTime(timeZone).toInstant()))
    .groupBy(stayAnswers.kind)
    .limit(stayKinds.length)
  const items = stayKinds.flatMap((kind) => rows.filter((row) => row.kind === kind))
  return { since: since.toString(), items }
}
