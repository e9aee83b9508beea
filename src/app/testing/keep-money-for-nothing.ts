import { money } from "#kit/money.ts"
import { startAttempt } from "#payments"
import type { Shopper } from "./company-shoppers.ts"
import type { RaceStage } from "./race-stage.ts"

/** 11,000 won, settled for a reference nobody bills: all of it is still the payer's, to be sent back in any parts. */
export async function keepMoneyForNothing({
  company,
  playWork,
}: RaceStage): Promise<{ attemptId: string; payer: Shopper }> {
  const payer = await company.customer()
  const { accountId = "" } = payer
  const { ground, tenant } = company
  const { id: attemptId } = await ground.inTenant(tenant, (ctx) =>
    startAttempt(ctx, {
      reference: ctx.newId("dep"),
      accountId,
      amount: money(11_000n, "KRW"),
      gateway: "sandbox-card",
      description: "Money on account",
      language: "en",
    }),
  )
  await playWork()
  await company.pay(attemptId)
  await company.settle({ within: { seconds: 0 } })
  return { attemptId, payer }
}
