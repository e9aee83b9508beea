import { listAccountNames } from "#identity"
import type { Context } from "#kit/context.ts"

/** With the names of the customers they are for: one statement for a whole page. */
export async function named<One extends { readonly accountId: string }>(
  ctx: Context,
  items: readonly One[],
): Promise<(One & { accountName: string })[]> {
  const names = await listAccountNames(
    ctx,
    items.map(({ accountId }) => accountId),
  )
  return items.map((one) => ({ ...one, accountName: names.get(one.accountId) ?? "" }))
}
