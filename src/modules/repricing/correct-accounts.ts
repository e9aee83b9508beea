import { and, asc, eq, gt, inArray, type SQL } from "drizzle-orm"
import { correctLines, getSubscription, listAgreements, reaskRequest, setTerms, withChosen } from "#billing"
import type { Context, Reach } from "#kit/context.ts"
import { inSavepoint } from "#kit/work/in-savepoint.ts"
import { correctionItems } from "./correction-tables.ts"
import { getCorrection } from "./get-correction.ts"
import { loadVersions, type WrongAndRight } from "./load-versions.ts"
import { pairOf } from "./pair-of.ts"

/** A credit note takes some twenty statements: a chunk stays well below a second for each account. */
const ACCOUNTS_AT_ONCE = 10
const MOST_AT_ONCE = 500
const wholeHouse: Reach = { kind: "all" }

type Item = typeof correctionItems.$inferSelect
type Result = Partial<Pick<Item, "standing" | "resultId" | "creditedMinor" | "because">>

/** Puts right what was listed, account by account. What does not work is named, and the others go on. */
export async function correctAccounts(
  ctx: Context,
  correctionId: string,
  after: string,
): Promise<string | null> {
  const correction = await getCorrection(ctx, wholeHouse, correctionId)
  const versions = await loadVersions(ctx, wholeHouse, correction)
  const isOpen = and(
    eq(correctionItems.correctionId, correctionId),
    inArray(correctionItems.standing, ["waiting", "failed"]),
  )
  const accounts = await ctx.db
    .selectDistinct({ id: correctionItems.accountId })
    .from(correctionItems)
    .where(and(isOpen, gt(correctionItems.accountId, after)))
    .orderBy(asc(correctionItems.accountId))
    .limit(ACCOUNTS_AT_ONCE)
  for (const { id } of accounts) {
    const isTheirs = and(isOpen, eq(correctionItems.accountId, id))
    for await (const items of pagesOf(ctx, and(isTheirs, eq(correctionItems.kind, "subscription")))) {
      await correctTerms(ctx, versions, items)
    }
    for await (const invoiceId of invoicesOf(ctx, isTheirs)) {
      const items = await lockItems(ctx, and(isTheirs, eq(correctionItems.invoiceId, invoiceId)))
      await settle(ctx, items, () => correctInvoice(ctx, { versions, invoiceId, items, correctionId }))
    }
  }
  return accounts.at(-1)?.id ?? null
}

/** All of them, however many: what could not be done stays open and isn't met again. */
async function* pagesOf(ctx: Context, which: SQL | undefined): AsyncGenerator<Item[]> {
  let [last, isMore] = ["", true]
  while (isMore) {
    const items = await lockItems(ctx, and(which, gt(correctionItems.id, last)))
    yield items
    last = items.at(-1)?.id ?? ""
    isMore = items.length === MOST_AT_ONCE
  }
}

/** As many as one invoice has lines. */
function lockItems(ctx: Context, which: SQL | undefined): Promise<Item[]> {
  return ctx.db
    .select()
    .from(correctionItems)
    .where(which)
    .orderBy(asc(correctionItems.id))
    .limit(MOST_AT_ONCE)
    .for("update")
}

async function* invoicesOf(ctx: Context, which: SQL | undefined): AsyncGenerator<string> {
  let [last, isMore] = ["", true]
  while (isMore) {
    const found = await ctx.db
      .selectDistinct({ id: correctionItems.invoiceId })
      .from(correctionItems)
      .where(and(which, eq(correctionItems.kind, "line"), gt(correctionItems.invoiceId, last)))
      .orderBy(asc(correctionItems.invoiceId))
      .limit(MOST_AT_ONCE)
    for (const { id } of found) if (id) yield id
    last = found.at(-1)?.id ?? ""
    isMore = found.length === MOST_AT_ONCE
  }
}

/** All agreements of an account get their price first, then each request that asks for them is asked anew once. */
async function correctTerms(ctx: Context, versions: WrongAndRight, items: readonly Item[]): Promise<void> {
  if (items.length === 0) return
  await settle(ctx, items, async () => {
    const requestIds = new Set<string>()
    for (const { documentId, priceId } of items) {
      const pair = pairOf(versions, priceId)
      if (!pair) throw new Error("The right version has no price for this cycle and currency.")
      const current = await getSubscription(ctx, wholeHouse, documentId)
      // Changed by somebody since it was listed: its price is not the wrong one any more.
      if (current.endedAt || current.versionId !== versions.wrong.id) continue
      const { requestId } = await setTerms(ctx, {
        subscriptionId: documentId,
        versionId: versions.right.id,
        priceId: pair.right.priceId,
        unit: withChosen(pair.right.unit, current.parts),
        isExpected: false,
        reason: "A wrong price was put right.",
        keepsRequest: true,
      })
      if (requestId) requestIds.add(requestId)
    }
    for (const requestId of requestIds) await reaskRequest(ctx, requestId)
    const after = await listAgreements(
      ctx,
      wholeHouse,
      items.map(({ documentId }) => documentId),
    )
    return new Map(
      items.map(({ id, documentId }) => {
        const requestId = after.get(documentId)?.one.requestId ?? null
        return [id, { standing: "done", resultId: requestIds.size > 0 ? requestId : null } satisfies Result]
      }),
    )
  })
}

/** All of its wrong lines by one credit note. */
async function correctInvoice(
  ctx: Context,
  wrong: {
    readonly versions: WrongAndRight
    readonly invoiceId: string
    readonly items: readonly Item[]
    readonly correctionId: string
  },
): Promise<Map<string, Result>> {
  const { versions, invoiceId, items, correctionId } = wrong
  const corrected = await correctLines(ctx, {
    invoiceId,
    lines: items.map(({ documentId, priceId }) => {
      const pair = pairOf(versions, priceId)
      if (!pair) throw new Error("The right version has no price for this cycle and currency.")
      return { lineId: documentId, wrong: pair.wrong, right: pair.right }
    }),
    key: `correction:${correctionId}:${items[0]?.documentId}`,
    reason: `A wrong price was put right: correction ${correctionId}.`,
  })
  return new Map(
    items.map(({ id, documentId }) => {
      const done = corrected.get(documentId)
      const result: Result = done?.because
        ? { standing: "left", because: done.because }
        : {
            standing: "done",
            resultId: done?.creditNoteId ?? null,
            creditedMinor: done?.credited?.minor ?? null,
          }
      return [id, result] as const
    }),
  )
}

/** Writes down how it went: all of what belongs together, or why none of it did. */
async function settle(
  ctx: Context,
  items: readonly Item[],
  body: () => Promise<Map<string, Result>>,
): Promise<void> {
  let results = new Map<string, Result>()
  const error = await inSavepoint(ctx, async () => {
    results = await body()
  })
  for (const { id } of items) {
    const result: Result = error
      ? { standing: "failed", because: error.message.slice(0, 500) }
      : { because: null, ...results.get(id) }
    await ctx.db.update(correctionItems).set(result).where(eq(correctionItems.id, id))
  }
}
