import { getAccount, type VatNumber, writeVatNumber } from "#identity"
import type { Context } from "#kit/context.ts"
import { sendMessage, vatNumberLost } from "#notifications"
import { getSettings, linkTo } from "#tenancy"
import { openTax } from "./open-tax.ts"
import { namePlace } from "./say-tax.ts"
import { taxedPlace } from "./taxed-place.ts"

/** Whoever is charged tax from now on because of it is told, once each time it is lost. */
export async function mailVatNumberLost(
  ctx: Context,
  lost: VatNumber & {
    readonly checkId: string
    readonly accountId: string
    readonly lostAt: Temporal.Instant
  },
): Promise<void> {
  const settings = await getSettings(ctx)
  const found = await getAccount(ctx, lost.accountId)
  const account = found.mergedIntoId ? await getAccount(ctx, found.mergedIntoId) : found
  const { snapshot } = (await openTax(ctx, settings, [account.id])).ofAccount(account.id)
  const place = taxedPlace(snapshot)
  // Another number by now, a private person, or a place in which it changes nothing.
  if (!place || snapshot.unproved?.number !== writeVatNumber(lost)) return
  await sendMessage(ctx, {
    template: vatNumberLost,
    to: { name: account.personName, address: account.email },
    accountId: account.id,
    language: account.language,
    key: `vat-number-lost:${lost.checkId}:${lost.lostAt}:${account.id}`,
    data: {
      name: account.personName,
      number: writeVatNumber(lost),
      place: namePlace(place, account.language),
      askedOn: lost.lostAt.toZonedDateTimeISO(settings.timeZone).toPlainDate().toString(),
      url: linkTo(settings, account.language, "/portal/profile"),
    },
  })
}
