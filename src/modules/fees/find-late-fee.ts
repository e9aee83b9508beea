import { and, eq, inArray } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { lateFees } from "./tables.ts"

export interface LateFee {
  readonly invoiceId: string
  readonly state: "charged" | "waived"
  readonly requestId: string | null
  readonly reason: string | null
}

export async function findLateFee(
  ctx: Context,
  reach: Reach,
  invoiceId: string,
): Promise<LateFee | undefined> {
  const [row] = await ctx.db
    .select()
    .from(lateFees)
    .where(
      and(
        eq(lateFees.invoiceId, invoiceId),
        reach.kind === "accounts" ? inArray(lateFees.accountId, [...reach.accountIds]) : undefined,
      ),
    )
  return row && { invoiceId, state: row.state, requestId: row.requestId, reason: row.reason }
}
