import type { Context } from "#kit/context.ts"
import { type Money, money } from "#kit/money.ts"
import { noCredit, takeParts, totalOf } from "./account-credit.ts"
import { lockCredit } from "./lock-credit.ts"
import { findHold } from "./queries.ts"
import { setAside, type WantedHold } from "./set-aside.ts"

/**
 * Sets credit aside for a request, as much as there is and it takes. The caller holds the request's row; the balances
 * are locked here, so what two requests want at the same moment is set aside for one of them. Twice is once.
 */
export async function holdCredit(ctx: Context, wanted: WantedHold): Promise<Money> {
  const { reference, accountId, most } = wanted
  const known = await findHold(ctx, { kind: "all" }, reference, "update")
  if (known && known.state !== "released") return money(totalOf(known.parts), most.currency)
  const parts = takeParts(await lockCredit(ctx, accountId, most.currency), most.minor)
  await setAside(ctx, { reference, accountId, most }, { before: noCredit, more: parts })
  return money(totalOf(parts), most.currency)
}
