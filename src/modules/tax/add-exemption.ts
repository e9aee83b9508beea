import { recordAudit } from "#audit"
import { actorId, type Context, type Reach } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { taxRefusals } from "./errors.ts"
import { loadTaxBook } from "./load-tax-book.ts"
import { taxExemptions } from "./tables.ts"
import { taxPlaceOf } from "./tax-place-of.ts"

export interface ExemptionWish {
  readonly id: string
  readonly country: string
  readonly region: string
  readonly number: string
  readonly from: string
  readonly until: string
  readonly reference: string
}

/** From its first day until its last the tax of its place is not charged. What was asked for before stays as it is. */
export async function addExemption(ctx: Context, reach: Reach, wish: ExemptionWish): Promise<void> {
  const { id: accountId, country, region, number, reference } = wish
  await taxPlaceOf(ctx, reach, accountId)
  const fromOn = Temporal.PlainDate.from(wish.from)
  const untilOn = Temporal.PlainDate.from(wish.until)
  if (Temporal.PlainDate.compare(untilOn, fromOn) < 0) {
    taxRefusals.refuse("tax.days_wrong", {}, { field: "until" })
  }
  const { timeZone } = await getSettings(ctx)
  const book = await loadTaxBook(ctx, ctx.clock.today(timeZone))
  if (!book.isByPlace) taxRefusals.refuse("tax.exemption_without_places")
  const id = ctx.newId("txe")
  await ctx.db.insert(taxExemptions).values({
    id,
    accountId,
    country,
    region,
    number,
    reference,
    fromOn,
    untilOn,
    createdBy: actorId(ctx.actor),
    createdAt: ctx.clock.now(),
  })
  const { id: _account, ...told } = wish
  await recordAudit(ctx, { act: "tax.exemption-added", subjectId: id, accountId, after: { ...told } })
}
