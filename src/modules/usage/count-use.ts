import { sql } from "drizzle-orm"
import type { UseAsked, UseSource } from "#billing"
import type { Context } from "#kit/context.ts"
import { type Fraction, fraction, plus } from "#kit/fraction.ts"
import { carryOver } from "./carry-over.ts"
import { carryUse } from "./carry-use.ts"
import { closeCountings } from "./close-countings.ts"
import { cutSessions } from "./cut-sessions.ts"
import { useRecords } from "./tables.ts"

/** Where billing learns how much was used: from the records. */
export const recordedUse: UseSource = {
  sum: sumUse,
  close: async (ctx, asked) => {
    await closeCountings(ctx, asked)
    await cutSessions(ctx, asked)
    const { used, carried } = carryOver(asked, await sumUse(ctx, asked))
    await carryUse(ctx, carried)
    return used
  },
}

/** How much of each, in the order in which it was asked, by one statement. */
async function sumUse(ctx: Context, asked: readonly UseAsked[]): Promise<Fraction[]> {
  if (asked.length === 0) return []
  const column = (read: (one: UseAsked) => string) => sql.param(asked.map(read))
  const { rows } = await ctx.db.execute<{ place: string; denominator: string; sum: string }>(sql`
    select asked.place::text as place, record.denominator::text, sum(record.numerator)::text as sum
    from unnest(${column((one) => one.subscriptionId)}::text[], ${column((one) => one.meter)}::text[],
      ${column((one) => one.from.toString())}::date[], ${column((one) => one.to.toString())}::date[])
      with ordinality as asked (subscription_id, meter, since, until, place)
    join ${useRecords} as record
      on record.subscription_id = asked.subscription_id and record.meter = asked.meter
      and record.counts_on >= asked.since and record.counts_on < asked.until
    group by asked.place, record.denominator`)
  const sums = asked.map(() => fraction(0n))
  for (const { place, denominator, sum } of rows) {
    const index = Number(place) - 1
    sums[index] = plus(sums[index] ?? fraction(0n), fraction(BigInt(sum), BigInt(denominator)))
  }
  return sums
}
