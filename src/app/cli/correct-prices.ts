import { Refusal, sayRefusal } from "#kit/refusal.ts"
import { describeCorrections, getCorrection, previewCorrection, startCorrection } from "#repricing"
import { CliRefusal, type Doors } from "./doors.ts"
import type { Output } from "./output.ts"

export interface CorrectionWish {
  readonly plan: string
  readonly wrong: string
  readonly right: string
  readonly reason?: string
  readonly shop?: string
}

/** Without a reason it only says what it would do. */
export async function correctPrices(doors: Doors, output: Output, wish: CorrectionWish): Promise<void> {
  const versions = { planId: wish.plan, wrongVersionId: wish.wrong, rightVersionId: wish.right }
  const { reason } = wish
  try {
    const told = await doors.inShop(wish.shop, async (ctx) => {
      const found = await previewCorrection(ctx, { kind: "all" }, versions)
      if (reason === undefined) return { found, correctionId: null }
      return { found, ...(await startCorrection(ctx, { ...versions, reason })) }
    })
    const { subscriptions, requests, lines, accounts } = told.found
    output.line(
      `${subscriptions} agreements, ${requests} open requests and ${lines} lines of invoices of ${accounts} customers.`,
    )
    output.line(
      told.correctionId
        ? `${told.correctionId} has begun: hostwell prices show ${told.correctionId}`
        : "Nothing was changed. With --reason it is put right.",
    )
  } catch (error) {
    if (error instanceof Refusal) throw new CliRefusal(sayRefusal(error, "en"), { cause: error })
    throw error
  }
}

export async function showCorrection(
  doors: Doors,
  output: Output,
  wish: { readonly id: string; readonly shop?: string },
): Promise<void> {
  try {
    const [one] = await doors.inShop(wish.shop, async (ctx) =>
      describeCorrections(ctx, { kind: "all" }, [await getCorrection(ctx, { kind: "all" }, wish.id)]),
    )
    if (!one) return
    output.line(`${one.id}  ${one.planName.en}, version ${one.wrongVersion} by version ${one.rightVersion}`)
    output.line(
      `${one.state}: ${one.done} done, ${one.left} left, ${one.failed} failed, ${one.waiting} waiting`,
    )
    for (const { minor, currency } of one.credited)
      output.line(`gone back: ${minor} minor units of ${currency}`)
  } catch (error) {
    if (error instanceof Refusal) throw new CliRefusal(sayRefusal(error, "en"), { cause: error })
    throw error
  }
}
