import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm"
import { getInvoice, getSubscription } from "#billing"
import { getAccount } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { money, sum, toWire } from "#kit/money.ts"
import { priceCorrected, sendMessage } from "#notifications"
import { getSettings, linkTo } from "#tenancy"
import { correctionItems } from "./correction-tables.ts"
import { getCorrection } from "./get-correction.ts"
import { loadVersions, type WrongAndRight } from "./load-versions.ts"
import { pairOf } from "./pair-of.ts"

const ACCOUNTS_AT_ONCE = 25
const MOST_OF_ONE = 200
const wholeHouse: Reach = { kind: "all" }

type Item = typeof correctionItems.$inferSelect

/** Each customer hears it once: what goes back, and what their services cost from now on. */
export async function tellCorrected(
  ctx: Context,
  correctionId: string,
  after: string,
): Promise<string | null> {
  const correction = await getCorrection(ctx, wholeHouse, correctionId)
  const versions = await loadVersions(ctx, wholeHouse, correction)
  const isUntold = and(
    eq(correctionItems.correctionId, correctionId),
    eq(correctionItems.standing, "done"),
    isNull(correctionItems.toldAt),
  )
  const accounts = await ctx.db
    .selectDistinct({ id: correctionItems.accountId })
    .from(correctionItems)
    .where(and(isUntold, gt(correctionItems.accountId, after)))
    .orderBy(asc(correctionItems.accountId))
    .limit(ACCOUNTS_AT_ONCE)
  for (const { id } of accounts) {
    const items = await ctx.db
      .select()
      .from(correctionItems)
      .where(and(isUntold, eq(correctionItems.accountId, id)))
      .orderBy(asc(correctionItems.id))
      .limit(MOST_OF_ONE)
      .for("update")
    await mail(ctx, {
      accountId: id,
      items,
      versions,
      key: `price-corrected:${correctionId}:${items[0]?.id}`,
    })
    await ctx.db
      .update(correctionItems)
      .set({ toldAt: ctx.clock.now() })
      .where(
        inArray(
          correctionItems.id,
          items.map((item) => item.id),
        ),
      )
  }
  return accounts.at(-1)?.id ?? null
}

async function mail(
  ctx: Context,
  told: {
    readonly accountId: string
    readonly items: readonly Item[]
    readonly versions: WrongAndRight
    readonly key: string
  },
): Promise<void> {
  const account = await getAccount(ctx, told.accountId)
  const settings = await getSettings(ctx)
  const { language } = account
  const entries = []
  for (const item of told.items) {
    const pair = pairOf(told.versions, item.priceId)
    const isLine = item.kind === "line"
    const words = isLine
      ? (await getInvoice(ctx, wholeHouse, item.invoiceId ?? "")).number
      : (await getSubscription(ctx, wholeHouse, item.documentId)).words[language]
    const credited = item.creditedMinor === null ? null : toWire(money(item.creditedMinor, item.currency))
    entries.push({ words, isLine, credited, price: pair && !isLine ? toWire(pair.right.unit) : null })
  }
  const credited = Map.groupBy(
    told.items.filter(({ creditedMinor }) => creditedMinor !== null),
    ({ currency }) => currency,
  )
  await sendMessage(ctx, {
    template: priceCorrected,
    to: { name: account.personName, address: account.email },
    language,
    key: told.key,
    data: {
      name: account.personName,
      entries,
      totals: [...credited].map(([currency, items]) =>
        toWire(
          sum(
            currency,
            items.map(({ creditedMinor }) => money(creditedMinor ?? 0n, currency)),
          ),
        ),
      ),
      isAskedAnew: told.items.some(({ kind, resultId }) => kind === "subscription" && resultId !== null),
      url: linkTo(settings, language, "/portal/invoices"),
    },
  })
}
