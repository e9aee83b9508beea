import { inArray } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Say } from "#kit/refusal.ts"
import { subscriptions } from "./subscription-tables.ts"

export interface AgreementName {
  /** "Start · shop.example.com" */
  readonly words: Say
  readonly since: Temporal.Instant
}

/** For lists of other modules, which hold ids of agreements and show what they are about: one statement for a whole page. */
export async function listAgreementNames(
  ctx: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AgreementName>> {
  const wanted = [...new Set(ids)].slice(0, MOST_NAMES)
  if (wanted.length === 0) return new Map()
  const rows = await ctx.db
    .select({ id: subscriptions.id, words: subscriptions.words, since: subscriptions.createdAt })
    .from(subscriptions)
    .where(inArray(subscriptions.id, wanted))
    .limit(MOST_NAMES)
  return new Map(rows.map(({ id, ...name }) => [id, name]))
}

const MOST_NAMES = 200
