import { inArray } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import { accountVatNumbers } from "./account-vat-numbers.ts"
import { ensureVatChecks } from "./ensure-vat-checks.ts"
import { listVatChecks } from "./list-vat-checks.ts"
import { vatChecks } from "./tables.ts"
import { checkVatHead } from "./work-heads.ts"

/** Somebody wants to know now. What was said stays until another answer comes. */
export async function checkAccountNumbers(ctx: Context, reach: Reach, accountId: string): Promise<void> {
  const numbers = await accountVatNumbers(ctx, reach, accountId)
  const known = await listVatChecks(ctx, numbers)
  await ensureVatChecks(ctx, numbers, accountId)
  const ids = known.map(({ id }) => id)
  if (ids.length === 0) return
  await ctx.db.update(vatChecks).set({ askedAt: ctx.clock.now() }).where(inArray(vatChecks.id, ids))
  for (const checkId of ids) await startWork(ctx, checkVatHead, { checkId })
}
