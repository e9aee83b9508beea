import { and, asc, eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { defineCatchUp } from "#kit/work/catch-up.ts"
import { correctionItems } from "./correction-tables.ts"
import { getChange, type PriceChange } from "./get-change.ts"
import { getCorrection } from "./get-correction.ts"
import { groundOf } from "./ground-of.ts"
import { isUntold } from "./is-untold.ts"
import { listChangesOf } from "./list-changes-of.ts"
import { loadVersions } from "./load-versions.ts"
import type { ChangeState } from "./price-change.ts"
import { takeBackAccount } from "./take-back-account.ts"
import { tellAccount } from "./tell-account.ts"
import { tellCorrectedAccount } from "./tell-corrected-account.ts"

/** Far more mistakes than one customer sees at once. */
const MOST_CORRECTIONS = 20
const wholeHouse: Reach = { kind: "all" }

/** Customers whom the work of a price change or of a price put right had to leave out. */
export const repricingCatchUp = defineCatchUp({
  name: "repricing.catch-up",
  say: {
    en: "Notify a customer skipped by a price change or correction; all others were notified",
    ko: "요금 변경·정정 안내에서 제외된 고객 다시 처리(나머지는 정상 처리됨)",
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
    "tell corrected": (work, accountId) =>
      work.record(`tell corrected ${accountId}`, async (ctx) => {
        for (const correctionId of await listUntoldCorrections(ctx, accountId)) {
          const correction = await getCorrection(ctx, wholeHouse, correctionId)
          const versions = await loadVersions(ctx, wholeHouse, correction)
          await tellCorrectedAccount(ctx, { correctionId, accountId, versions })
        }
      }),
  },
})

async function listUntoldCorrections(ctx: Context, accountId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectDistinct({ id: correctionItems.correctionId })
    .from(correctionItems)
    .where(and(isUntold, eq(correctionItems.accountId, accountId)))
    .orderBy(asc(correctionItems.correctionId))
    .limit(MOST_CORRECTIONS)
  return rows.map(({ id }) => id)
}

async function forEachChange(
  ctx: Context,
  wish: { readonly accountId: string; readonly state: ChangeState },
  body: (change: PriceChange) => Promise<void>,
): Promise<void> {
  for (const id of await listChangesOf(ctx, wish)) await body(await getChange(ctx, wholeHouse, id))
}
