import { and, desc, eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { euCountries } from "#identity"
import type { Context } from "#kit/context.ts"
import type { Say } from "#kit/refusal.ts"
import { taxRefusals } from "./errors.ts"
import { readPercent, takeShare } from "./percent.ts"
import { taxRates } from "./tables.ts"

export interface RateWish {
  readonly country: string
  readonly region: string
  readonly taxClass: string
  readonly label?: Say | undefined
  readonly percent: string
  readonly sharePercent: string
  readonly from: string
  readonly source: string
}

/** What papers can say of it: "7.1187". */
const FINEST = 1_000_000n

/** From a day on. The rate before it ends the day before; what was charged by it stays. */
export async function addRate(ctx: Context, wish: RateWish): Promise<void> {
  const { country, region, taxClass, percent, sharePercent, source } = wish
  const rate = readPercent(percent)
  const share = readPercent(sharePercent)
  if (share.numerator > share.denominator)
    taxRefusals.refuse("tax.share_beyond", {}, { field: "sharePercent" })
  const both = takeShare(rate, share)
  if ((both.numerator * FINEST) % both.denominator !== 0n) {
    taxRefusals.refuse("tax.rate_too_fine", {}, { field: "percent" })
  }
  const fromOn = Temporal.PlainDate.from(wish.from)
  const before = await lockLast(ctx, wish)
  if (before && Temporal.PlainDate.compare(before.fromOn, fromOn) >= 0) {
    taxRefusals.refuse("tax.rate_later", {}, { field: "from" })
  }
  const dayBefore = fromOn.subtract({ days: 1 })
  if (before && (before.untilOn === null || Temporal.PlainDate.compare(before.untilOn, dayBefore) > 0)) {
    await ctx.db.update(taxRates).set({ untilOn: dayBefore }).where(eq(taxRates.id, before.id))
  }
  const id = ctx.newId("txa")
  await ctx.db.insert(taxRates).values({
    id,
    country,
    region,
    taxClass,
    label: wish.label ?? before?.label ?? labelOf(country),
    rateNumerator: rate.numerator,
    rateDenominator: rate.denominator,
    shareNumerator: share.numerator,
    shareDenominator: share.denominator,
    fromOn,
    untilOn: null,
    source,
    createdAt: ctx.clock.now(),
  })
  const { label: _label, ...told } = wish
  await recordAudit(ctx, { act: "tax.rate-added", subjectId: id, after: told })
}

async function lockLast(ctx: Context, { country, region, taxClass }: RateWish) {
  const [row] = await ctx.db
    .select()
    .from(taxRates)
    .where(and(eq(taxRates.country, country), eq(taxRates.region, region), eq(taxRates.taxClass, taxClass)))
    .orderBy(desc(taxRates.fromOn))
    .limit(1)
    .for("update")
  return row
}

function labelOf(country: string): Say {
  if (country === "US") return { en: "Sales tax", ko: "판매세" }
  if (country === "KR") return { en: "VAT", ko: "부가세" }
  return euCountries.has(country) || country === "GB"
    ? { en: "VAT", ko: "부가가치세" }
    : { en: "Tax", ko: "세금" }
}
