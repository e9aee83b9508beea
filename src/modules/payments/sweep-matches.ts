import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import { findGatewayKind } from "./gateways/registry.ts"
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
    // The shop's own bank account has no list that we could ask for.
    if (!findGatewayKind(row.gateway)) continue
    const input = { ...row, day: day.toString() }
    await startWork(ctx, matchPaymentsWork, input, { key: `${row.endpointId}:${input.day}` })
  }
}
