import { eq } from "drizzle-orm"
import { euCountries, readVatNumber } from "#identity"
import type { Context } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import type { VatQuestion } from "./ask-vies.ts"
import { loadTaxBook } from "./load-tax-book.ts"
import { vatChecks } from "./tables.ts"

/** What to ask, and in whose name: by a number of our own the answer is a proof. */
export async function loadVatQuestion(ctx: Context, checkId: string): Promise<VatQuestion | undefined> {
  const [row] = await ctx.db.select().from(vatChecks).where(eq(vatChecks.id, checkId)).limit(1)
  if (!row) return undefined
  const { timeZone } = await getSettings(ctx)
  const { registrations } = await loadTaxBook(ctx, ctx.clock.today(timeZone))
  const own = registrations.find(({ country, scheme }) => scheme === "local" && euCountries.has(country))
  const requester = own && readVatNumber(own.country, own.number)
  return { country: row.country, number: row.number, ...(requester ? { requester } : {}) }
}
