import { and, eq, gte, isNull, or } from "drizzle-orm"
import { recordAudit } from "#audit"
import { euCountries } from "#identity"
import type { Context } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { STANDARD_CLASS } from "./contract.ts"
import { ensureKnownRates } from "./ensure-known-rates.ts"
import { taxRefusals } from "./errors.ts"
import { loadTaxBook } from "./load-tax-book.ts"
import { taxRegistrations } from "./tables.ts"
import { findRate, type Registration } from "./tax-book.ts"

/** From that day on tax is charged there. Known rates are filled in; without any rate it would be charged at none. */
export async function addRegistration(
  ctx: Context,
  wish: Registration & { readonly from: string },
): Promise<void> {
  const { from, ...registration } = wish
  const { country, region, scheme } = registration
  if (scheme !== "local" && (region !== "" || !euCountries.has(country))) {
    taxRefusals.refuse("tax.oss_outside", {}, { field: "country" })
  }
  const fromOn = Temporal.PlainDate.from(from)
  const [there] = await ctx.db
    .select({ id: taxRegistrations.id })
    .from(taxRegistrations)
    .where(
      and(
        eq(taxRegistrations.country, country),
        eq(taxRegistrations.region, region),
        eq(taxRegistrations.scheme, scheme),
        or(isNull(taxRegistrations.untilOn), gte(taxRegistrations.untilOn, fromOn)),
      ),
    )
    .limit(1)
  if (there) taxRefusals.refuse("tax.registration_there", {}, { field: "from" })
  const { seller, timeZone } = await getSettings(ctx)
  await ensureKnownRates(ctx, [country, seller.country, ...(euCountries.has(country) ? euCountries : [])])
  if (
    !findRate(
      await loadTaxBook(ctx, later(fromOn, ctx.clock.today(timeZone))),
      { country, region },
      STANDARD_CLASS,
    )
  ) {
    taxRefusals.refuse("tax.registration_without_rate", {}, { field: "country" })
  }
  const id = ctx.newId("txr")
  await ctx.db
    .insert(taxRegistrations)
    .values({ id, ...registration, fromOn, untilOn: null, createdAt: ctx.clock.now() })
  await recordAudit(ctx, { act: "tax.registration-added", subjectId: id, after: { ...wish } })
}

/** What is sold from now on needs a rate; what was sold before stays as it is. */
function later(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) > 0 ? one : other
}
