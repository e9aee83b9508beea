import { getInvoice } from "#billing"
import { within } from "#kit/context.ts"
import { type Currency, fromWire, money, toWire, type WireMoney } from "#kit/money.ts"
import { permit } from "#kit/serve/permit.ts"
import { answer, serve } from "#kit/serve/serve.ts"
import { getSettings } from "#tenancy"
import { feesContract } from "./contract.ts"
import { findLateFee } from "./find-late-fee.ts"
import { getLateFeePolicy } from "./get-late-fee-policy.ts"
import { findLateFeeRule } from "./late-fee-rules.ts"
import type { LateFeePolicy } from "./plan-late-fee.ts"
import { saveLateFeePolicy } from "./save-late-fee-policy.ts"
import { waiveLateFee } from "./waive-late-fee.ts"

export const feesRouter = serve(feesContract, {
  policy: {
    get: answer(permit("fees.policies.read"), async (ctx) => {
      const { seller, timeZone } = await getSettings(ctx)
      const rule = findLateFeeRule({ country: seller.country, on: ctx.clock.today(timeZone) })
      return {
        ...describe(await getLateFeePolicy(ctx)),
        mostPercentAYear: rule?.mostPercentAYear ?? null,
        since: rule?.from ?? null,
      }
    }),
    save: answer(permit("fees.policies.write"), async (ctx, { amounts, ...wish }) => {
      const sums = amounts.map(
        (amount: WireMoney) => [amount.currency, fromWire(amount).minor.toString()] as const,
      )
      return describe(await saveLateFeePolicy(ctx, { ...wish, amounts: Object.fromEntries(sums) }))
    }),
  },
  charges: {
    get: answer(permit("fees.charges.read"), async (ctx, { id }) => {
      const reach = within(ctx.actor)
      const invoice = await getInvoice(ctx, reach, id)
      const none = { invoiceId: invoice.id, state: "none" as const, requestId: null, reason: null }
      return (await findLateFee(ctx, reach, id)) ?? none
    }),
    waive: answer(permit("fees.charges.write"), (ctx, wish) => waiveLateFee(ctx, wish)),
  },
})

function describe({ amounts, ...policy }: LateFeePolicy) {
  const sums = Object.entries(amounts).map(([currency, minor]) =>
    toWire(money(BigInt(minor), currency as Currency)),
  )
  return { ...policy, amounts: sums }
}
