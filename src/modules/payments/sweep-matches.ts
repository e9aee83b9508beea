import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import { endpoints } from "./tables.ts"
import { matchPaymentsWork } from "./work-kinds.ts"

/** The daily sweep: each gateway's list, our attempts, the ledger and the inbox are held against each other. */
export async function sweepMatches(ctx: Context, day: Temporal.PlainDate): Promise<void> {
  const rows = await ctx.db
    .select({ endpointId: endpoints.id, gateway: endpoints.gateway })
    .from(endpoints)
    .where(eq(endpoints.state, "enabled"))
    .orderBy(endpoints.id)
    .limit(200)
  for (const row of rows) {
    const input = { ...row, day: day.toString() }
    await startWork(ctx, matchPaymentsWork, input, { key: `${row.endpointId}:${input.day}` })
  }
}
