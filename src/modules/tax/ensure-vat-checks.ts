import { sql } from "drizzle-orm"
import type { VatNumber } from "#identity"
import type { Context } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import { vatChecks } from "./tables.ts"
import { checkVatHead } from "./work-heads.ts"

/** Asks about each number that was never asked about. With an account it is theirs from then on, and asked again in time. */
export async function ensureVatChecks(
  ctx: Context,
  numbers: readonly VatNumber[],
  accountId: string | null = null,
): Promise<void> {
  const now = ctx.clock.now()
  for (const { country, number } of numbers) {
    const id = ctx.newId("vat")
    const [kept] = await ctx.db
      .insert(vatChecks)
      .values({ id, country, number, state: "pending", accountId, createdAt: now, askedAt: now })
      .onConflictDoUpdate({
        target: [vatChecks.tenantId, vatChecks.country, vatChecks.number],
        set: { accountId: sql`coalesce(excluded.account_id, ${vatChecks.accountId})` },
      })
      .returning({ id: vatChecks.id })
    if (kept?.id === id) await startWork(ctx, checkVatHead, { checkId: id })
  }
}
