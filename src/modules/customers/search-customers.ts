import { sql } from "drizzle-orm"
import type { z } from "zod"
import { listAccountFacts } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import type { matchShape } from "./contract.ts"
import { readNeedle } from "./needle.ts"

export type CustomerMatch = z.infer<typeof matchShape>

/** Staff only: an account's reach finds nobody. */
export async function searchCustomers(
  ctx: Context,
  reach: Reach,
  wish: { readonly text: string; readonly limit: number },
): Promise<CustomerMatch[]> {
  const needle = readNeedle(wish.text)
  if (!needle || reach.kind !== "all") return []
  const found = await ctx.db.execute<Pick<CustomerMatch, "kind" | "matched"> & Ids>(sql`
    select account_id, kind, matched, subject_id
    from customers.search(${needle.words}, ${needle.digits}, ${wish.limit})`)
  const facts = await listAccountFacts(
    ctx,
    found.rows.map((row) => row.account_id),
  )
  return found.rows.map((row) => {
    const account = facts.get(row.account_id)
    return {
      accountId: row.account_id,
      name: account?.name ?? "",
      email: account?.email ?? "",
      kind: row.kind,
      matched: row.matched,
      subjectId: row.subject_id,
    }
  })
}

interface Ids extends Record<string, unknown> {
  readonly account_id: string
  readonly subject_id: string
}
