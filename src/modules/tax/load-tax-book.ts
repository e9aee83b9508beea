import { sql } from "drizzle-orm"
import { listPlansOf } from "#catalog"
import type { Context } from "#kit/context.ts"
import type { Say } from "#kit/refusal.ts"
import { inLowestTerms } from "./percent.ts"
import { productClasses, taxPolicies, taxRates, taxRegistrations } from "./tables.ts"
import { defaultTaxPolicy, type Registration, type TaxBook, type TaxPolicy } from "./tax-book.ts"

/** What holds on that day, in one statement: a run over thousands of customers asks once. */
export async function loadTaxBook(ctx: Context, today: Temporal.PlainDate): Promise<TaxBook> {
  const on = today.toString()
  const { rows } = await ctx.db.execute<BookRow>(sql`
    select
      exists (select from ${taxRegistrations} where from_on <= ${on}::date) as "isByPlace",
      (select jsonb_build_object('insidePrices', inside_prices, 'elsewhere', elsewhere, 'mode', tax_mode)
        from ${taxPolicies} where id = 'policy') as policy,
      (select coalesce(jsonb_agg(jsonb_build_object('country', country, 'region', region, 'number', number,
          'scheme', scheme) order by region desc, scheme, from_on), '[]')
        from ${taxRegistrations} where ${holdsOn(on)}) as registrations,
      (select coalesce(jsonb_agg(jsonb_build_object('country', country, 'region', region, 'taxClass', tax_class,
          'label', label, 'numerator', (rate_numerator * share_numerator)::text,
          'denominator', (rate_denominator * share_denominator)::text)), '[]')
        from ${taxRates} where ${holdsOn(on)}) as rates,
      (select coalesce(jsonb_object_agg(product_id, tax_class), '{}') from ${productClasses}) as classes`)
  const [row] = rows
  if (!row) throw new Error("A statement without a from came back without a row.")
  return {
    isByPlace: row.isByPlace,
    policy: row.policy ?? defaultTaxPolicy,
    registrations: row.registrations,
    rates: row.rates.map(({ numerator, denominator, ...rate }) => ({
      ...rate,
      rate: inLowestTerms({ numerator: BigInt(numerator), denominator: BigInt(denominator) }),
    })),
    classOfPlan: await classesOf(ctx, row),
  }
}

interface BookRow extends Record<string, unknown> {
  readonly isByPlace: boolean
  readonly policy: TaxPolicy | null
  readonly registrations: Registration[]
  readonly rates: {
    country: string
    region: string
    taxClass: string
    label: Say
    numerator: string
    denominator: string
  }[]
  readonly classes: Readonly<Record<string, string>>
}

function holdsOn(on: string) {
  return sql`from_on <= ${on}::date and (until_on is null or until_on >= ${on}::date)`
}

async function classesOf(ctx: Context, { isByPlace, classes }: BookRow): Promise<Map<string, string>> {
  const productIds = Object.keys(classes)
  if (!isByPlace || productIds.length === 0) return new Map()
  const found = await listPlansOf(ctx, productIds)
  return new Map(found.map(({ planId, productId }) => [planId, classes[productId] ?? ""]))
}
