import { and, inArray, isNull, ne, or } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { DataSubject } from "#kit/personal-data/define.ts"
import { startWork } from "#kit/work/start-work.ts"
import { paymentMethods } from "./tables.ts"
import { forgetMethodWork } from "./work-kinds.ts"

/** The person is forgotten: nothing of theirs is charged any more, and the gateway forgets their methods as well. */
export async function eraseMethods(ctx: Context, { accountIds }: DataSubject): Promise<number> {
  if (accountIds.length === 0) return 0
  const isTheirs = inArray(paymentMethods.accountId, [...accountIds])
  const now = ctx.clock.now()
  const removed = await ctx.db
    .update(paymentMethods)
    .set({ removedAt: now, isDefault: false })
    .where(and(isTheirs, isNull(paymentMethods.removedAt)))
    .returning({ id: paymentMethods.id })
  for (const { id } of removed) {
    await startWork(ctx, forgetMethodWork, { methodId: id }, { key: `forget-method:${id}` })
  }
  const blanked = await ctx.db
    .update(paymentMethods)
    .set({ brand: "", lastFour: "", fingerprint: "", expiresOn: null, country: null })
    .where(and(isTheirs, or(ne(paymentMethods.brand, ""), ne(paymentMethods.fingerprint, ""))))
    .returning({ id: paymentMethods.id })
  return blanked.length
}
