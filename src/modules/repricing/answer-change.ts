import { and, eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { keepSubscription, setTerms } from "#billing"
import { actorId, type Context, within } from "#kit/context.ts"
import { isSame, type Money, money, toWire } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import { repricingRefusals } from "./errors.ts"
import { answerableStates, canMove } from "./price-change.ts"
import { isItemWithin, lastDayBefore, type PriceItem, readItem } from "./price-item.ts"
import { priceChangeItems } from "./tables.ts"
import { tryMove } from "./try-move.ts"

export interface ChangeAnswer {
  readonly id: string
  readonly isAgreed: boolean
  /** What was shown: another price is read first. */
  readonly expected: Money
}

/** A customer agrees to the other price, or declines it. Until the last day before it one may think better of it. */
export async function answerChange(ctx: Context, answer: ChangeAnswer): Promise<void> {
  const [row] = await ctx.db
    .select()
    .from(priceChangeItems)
    .where(and(eq(priceChangeItems.id, answer.id), isItemWithin(within(ctx.actor))))
    .for("update")
  if (!row) return repricingRefusals.refuse("repricing.change_missing", { id: answer.id })
  const item = readItem(row)
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const isOver = Temporal.PlainDate.compare(today, lastDayBefore(item)) > 0
  const isAnswerable = (answerableStates as readonly string[]).includes(item.state)
  if (isOver || !isAnswerable || item.need !== "consent") {
    repricingRefusals.refuse("repricing.answer_closed", { id: item.id, state: item.state })
  }
  if (!isSame(money(item.afterMinor, item.currency), answer.expected)) {
    repricingRefusals.refuse("repricing.price_differs", { after: item.afterMinor.toString() })
  }
  await record(ctx, item, answer)
}

async function record(ctx: Context, item: PriceItem, { isAgreed }: ChangeAnswer): Promise<void> {
  const answered = { answeredAt: ctx.clock.now(), answeredBy: actorId(ctx.actor) }
  const isBack = isAgreed && item.state === "ending"
  if (isBack) await takeUpAgain(ctx, item)
  const state = isBack ? "moved" : isAgreed ? "agreed" : "declined"
  if (!isBack && state !== item.state && !canMove(item.state, state)) {
    repricingRefusals.refuse("repricing.answer_closed", { id: item.id, state: item.state })
  }
  await ctx.db
    .update(priceChangeItems)
    .set({ state, ...answered })
    .where(eq(priceChangeItems.id, item.id))
  await recordAudit(ctx, {
    act: isAgreed ? "repricing.agreed" : "repricing.declined",
    subjectId: item.subscriptionId,
    accountId: item.accountId,
    before: { price: toWire(money(item.beforeMinor, item.currency)) },
    after: {
      price: toWire(money(item.afterMinor, item.currency)),
      firstOn: item.firstOn.toString(),
      changeId: item.changeId,
    },
  })
  if (state === "agreed") await tryMove(ctx, item.id)
}

/** It was to end for want of an answer: it goes on at the other price. */
async function takeUpAgain(ctx: Context, item: PriceItem): Promise<void> {
  await keepSubscription(ctx, item.subscriptionId)
  await setTerms(ctx, {
    subscriptionId: item.subscriptionId,
    versionId: item.newVersionId,
    priceId: item.newPriceId,
    unit: money(item.newUnitMinor, item.currency),
    isExpected: true,
    reason: `Agreed to price change ${item.changeId}.`,
  })
}
