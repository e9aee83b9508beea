import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { listAccountMethods } from "./list-account-methods.ts"
import { chooseDefault } from "./method.ts"
import { paymentMethods } from "./tables.ts"

/** After one came, went or was chosen: exactly one of an account's methods is its default, a usable one if there is one. */
export async function settleDefault(
  ctx: Context,
  accountId: string,
  chosenId?: string,
): Promise<string | null> {
  const methods = await listAccountMethods(ctx, { kind: "all" }, accountId, "update")
  const wanted = methods.find(({ id }) => id === chosenId) ?? chooseDefault(methods)
  const current = methods.find(({ isDefault }) => isDefault)
  if (current?.id === wanted?.id) return current?.id ?? null
  // First away with the old one: the index lets a single one in.
  await ctx.db
    .update(paymentMethods)
    .set({ isDefault: false })
    .where(and(eq(paymentMethods.accountId, accountId), eq(paymentMethods.isDefault, true)))
  if (wanted) {
    await ctx.db.update(paymentMethods).set({ isDefault: true }).where(eq(paymentMethods.id, wanted.id))
  }
  return wanted?.id ?? null
}
