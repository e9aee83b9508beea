import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Language } from "#kit/refusal.ts"
import { accounts } from "./tables.ts"

/** In which language each is written to. */
export async function listAccountLanguages(
  ctx: Context,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, Language>> {
  const found = await ctx.db
    .select({ id: accounts.id, language: accounts.language })
    .from(accounts)
    .where(sql`${accounts.id} = any(${sql.param([...accountIds])}::text[])`)
    .limit(accountIds.length)
  return new Map(found.map(({ id, language }) => [id, language]))
}
