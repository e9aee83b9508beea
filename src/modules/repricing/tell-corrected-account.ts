import { and, asc, eq, inArray } from "drizzle-orm"
import { listAgreementNames, listDocumentNumbers } from "#billing"
import { getAccount } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { money, sum, toWire } from "#kit/money.ts"
import { priceCorrected, sendMessage } from "#notifications"
import { getSettings, linkTo } from "#tenancy"
import { correctionItems } from "./correction-tables.ts"
import { isUntold } from "./is-untold.ts"
import type { WrongAndRight } from "./load-versions.ts"
import { pairOf } from "./pair-of.ts"

/** In one mail. */
const MOST_OF_ONE = 200
const wholeHouse: Reach = { kind: "all" }

type Item = typeof correctionItems.$inferSelect

interface Telling {
  readonly correctionId: string
  readonly accountId: string
  readonly versions: WrongAndRight
}

/** One customer hears it once: what goes back, and what their services cost from now on. Of very many, in several mails. */
export async function tellCorrectedAccount(ctx: Context, telling: Telling): Promise<void> {
  while (await tellSome(ctx, telling)) {
    // Each round marks what it told, so the next one finds others.
  }
}

/** Whether anything was left to be told. */
async function tellSome(ctx: Context, { correctionId, accountId, versions }: Telling): Promise<boolean> {
  const items = await ctx.db
    .select()
    .from(correctionItems)
    .where(
      and(isUntold, eq(correctionItems.correctionId, correctionId), eq(correctionItems.accountId, accountId)),
    )
    .orderBy(asc(correctionItems.id))
    .limit(MOST_OF_ONE)
    .for("update")
  if (items.length === 0) return false
  await mail(ctx, { accountId, items, versions, key: `price-corrected:${correctionId}:${items[0]?.id}` })
  await ctx.db
    .update(correctionItems)
    .set({ toldAt: ctx.clock.now() })
    .where(
      inArray(
        correctionItems.id,
        items.map((item) => item.id),
      ),
    )
  return items.length === MOST_OF_ONE
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
  const [lines, agreements] = [
    told.items.filter(({ kind }) => kind === "line"),
    told.items.filter(({ kind }) => kind !== "line"),
  ]
  const numbers = await listDocumentNumbers(
    ctx,
    wholeHouse,
    lines.flatMap(({ invoiceId }) => invoiceId ?? []),
  )
  const names = await listAgreementNames(
    ctx,
    agreements.map(({ documentId }) => documentId),
  )
  const entries = told.items.map((item) => {
    const pair = pairOf(told.versions, item.priceId)
    const isLine = item.kind === "line"
    const words = isLine ? numbers.get(item.invoiceId ?? "") : names.get(item.documentId)?.words[language]
    const credited = item.creditedMinor === null ? null : toWire(money(item.creditedMinor, item.currency))
    return { words: words ?? "", isLine, credited, price: pair && !isLine ? toWire(pair.right.unit) : null }
  })
  // As people look for them: what goes back first, each by its name.
  entries.sort(
    (a, b) =>
      Number(b.isLine) - Number(a.isLine) || a.words.localeCompare(b.words, language, { numeric: true }),
  )
  const credited = Map.groupBy(
    told.items.filter(({ creditedMinor }) => creditedMinor !== null),
    ({ currency }) => currency,
  )
  await sendMessage(ctx, {
    template: priceCorrected,
    to: { name: account.personName, address: account.email },
    accountId: account.id,
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
