import type { Context, Reach } from "#kit/context.ts"
import { defineCatchUp } from "#kit/work/catch-up.ts"
import { getChange, type PriceChange } from "./get-change.ts"
import { groundOf } from "./ground-of.ts"
import { listChangesOf } from "./list-changes-of.ts"
import type { ChangeState } from "./price-change.ts"
import { takeBackAccount } from "./take-back-account.ts"
import { tellAccount } from "./tell-account.ts"

const wholeHouse: Reach = { kind: "all" }

/** Customers whom a change's work of one day had to leave out. */
export const repricingCatchUp = defineCatchUp({
  name: "repricing.catch-up",
  say: {
    en: "Tell the customer of a price change, whom the day's run had to leave out; all others are told",
    ko: "요금 변경 처리에서 제외된 고객 다시 처리(나머지는 정상 처리됨)",
  },
  one: {
    tell: (work, accountId) =>
      work.record(`tell ${accountId}`, (ctx) =>
        forEachChange(ctx, { accountId, state: "running" }, async (change) =>
          tellAccount(ctx, { change, ground: await groundOf(ctx, change), accountId }),
        ),
      ),
    "take back": (work, accountId) =>
      work.record(`take back ${accountId}`, (ctx) =>
        forEachChange(ctx, { accountId, state: "stopped" }, (change) =>
          takeBackAccount(ctx, change, accountId),
        ),
      ),
  },
})

async function forEachChange(
  ctx: Context,
  wish: { readonly accountId: string; readonly state: ChangeState },
  body: (change: PriceChange) => Promise<void>,
): Promise<void> {
  for (const id of await listChangesOf(ctx, wish)) await body(await getChange(ctx, wholeHouse, id))
}
