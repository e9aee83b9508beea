import { and, eq, inArray, or } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import type { Invoice } from "./queries.ts"
import { invoices } from "./tables.ts"

interface Named {
  readonly id: string
  readonly number: string
}

export interface Replacement {
  /** The one it was issued in place of, and the one that stands in its place. */
  readonly replaces: Named | null
  readonly replacedBy: Named | null
}

/** Which invoice took which one's place. Most have none: then nothing is asked. */
export async function findReplacement(
  ctx: Context,
  reach: Reach,
  { id, replacesId, credited }: Pick<Invoice, "id" | "replacesId" | "credited">,
): Promise<Replacement> {
  if (!replacesId && credited.minor === 0n) return { replaces: null, replacedBy: null }
  const rows = await ctx.db
    .select({ id: invoices.id, number: invoices.number, replacesId: invoices.replacesId })
    .from(invoices)
    .where(
      and(
        or(eq(invoices.replacesId, id), replacesId ? eq(invoices.id, replacesId) : undefined),
        reach.kind === "accounts" ? inArray(invoices.accountId, [...reach.accountIds]) : undefined,
      ),
    )
    .limit(2)
  const name = (row: Named | undefined) => (row ? { id: row.id, number: row.number } : null)
  return {
    replaces: name(rows.find((row) => row.id === replacesId)),
    replacedBy: name(rows.find((row) => row.replacesId === id)),
  }
}
