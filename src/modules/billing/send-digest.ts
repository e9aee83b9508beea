import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm"
import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import { type Currency, money, sum, toWire } from "#kit/money.ts"
import { paymentDue, sendMessage } from "#notifications"
import { getSettings, linkTo } from "#tenancy"
import type { CollectingPolicy } from "./collecting-policy.ts"
import { collectingNotes } from "./collecting-tables.ts"
import { unpaidFrom, type WithOwed } from "./due-day.ts"
import { findOwed, type Owed } from "./find-owed.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { openProductDays } from "./open-product-days.ts"
import { nextStart } from "./pause.ts"
import { type NoteKind, planDigest } from "./plan-digest.ts"
import { isRunning, type Subscription } from "./subscription.ts"
import { readSubscription } from "./subscription-rows.ts"
import { subscriptions } from "./subscription-tables.ts"
import { paymentRequestLines, paymentRequests } from "./tables.ts"
import { isUnpaidTrial } from "./unpaid-trial.ts"

const MOST_NOTES = 200

/** What is to be said to one account today, in one mail. */
export async function sendDigest(ctx: Context, accountId: string): Promise<void> {
  const notes = await ctx.db
    .select()
    .from(collectingNotes)
    .where(and(isNull(collectingNotes.closedOn), eq(collectingNotes.accountId, accountId)))
    .orderBy(asc(collectingNotes.createdAt), asc(collectingNotes.id))
    .limit(MOST_NOTES)
    .for("update")
  if (notes.length === 0) return
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const about = await readAbout(ctx, [...new Set(notes.map((note) => note.subscriptionId))])
  const firstUnpaid = new Map([...about].map(([id, { one }]) => [id, firstUnpaidOf(one)]))
  const said = planDigest({ notes, unpaidFrom: firstUnpaid })
  const entries = said.flatMap((note) => {
    const found = about.get(note.subscriptionId)
    return found ? [{ note, ...found }] : []
  })
  const messageId = entries.length > 0 ? await write(ctx, accountId, entries, today) : null
  await ctx.db
    .update(collectingNotes)
    .set({ closedOn: today, messageId })
    .where(
      inArray(
        collectingNotes.id,
        notes.map((note) => note.id),
      ),
    )
}

/** Also of one that has ended, for the mail that says so. */
function firstUnpaidOf(one: WithOwed<Subscription>): Temporal.PlainDate | null {
  if (isRunning(one)) return unpaidFrom(one)
  const { periodEnd, owedOn } = one
  return periodEnd && unpaidFrom({ periodEnd, pauseFrom: null, pauseUntil: null, owedOn: owedOn ?? null })
}

interface Entry {
  readonly note: { readonly kind: NoteKind; readonly lastDay: Temporal.PlainDate }
  readonly one: WithOwed<Subscription>
  readonly grossMinor: bigint | null
  /** The invoice it owes by, where that is what it is about. */
  readonly owed: Owed | null
}

async function write(
  ctx: Context,
  accountId: string,
  entries: readonly Entry[],
  today: Temporal.PlainDate,
): Promise<string> {
  const account = await getAccount(ctx, accountId)
  const settings = await getSettings(ctx)
  const policyOf = await openProductDays(ctx, await getCollectingPolicy(ctx))
  const requestIds = new Set(entries.flatMap(({ one, owed }) => owed?.requestId ?? one.requestId ?? []))
  const [only] = requestIds.size === 1 ? requestIds : []
  const { messageId } = await sendMessage(ctx, {
    template: paymentDue,
    to: { name: account.personName, address: account.email },
    accountId: account.id,
    language: account.language,
    key: `payment-due:${accountId}:${today}`,
    data: {
      name: account.personName,
      entries: entries.map((entry) => ({
        kind: entry.note.kind,
        isAutomatic: entry.one.collection === "automatic" && !entry.owed,
        invoiceNumber: entry.owed?.number ?? null,
        words: entry.one.words[account.language],
        trial: trialOf(entry.one),
        lastDay: entry.note.lastDay.toString(),
        resumesOn: resumesOn(entry.one)?.toString() ?? null,
        daysLeft: today.until(entry.note.lastDay, { largestUnit: "days" }).days,
        suspendOn: entry.note.lastDay.add({ days: policyOf(entry.one.planId).suspendDays }).toString(),
        deleteOn: deleteOn(entry, policyOf(entry.one.planId)).toString(),
        amount: entry.grossMinor === null ? null : toWire(money(entry.grossMinor, entry.one.unit.currency)),
      })),
      ...(await sumUp(ctx, entries, [...requestIds])),
      payUrl: linkTo(settings, account.language, only ? `/portal/requests/${only}` : "/portal/subscriptions"),
    },
  })
  return messageId
}

/** Of what nobody has paid for yet: the day on which it is charged, or "by hand". */
function trialOf(one: Subscription): { readonly chargeOn: string | null } | null {
  if (!isUnpaidTrial(one) || !one.trialUntil) return null
  return { chargeOn: one.collection === "automatic" ? one.trialUntil.toString() : null }
}

function deleteOn({ note, one }: Entry, policy: CollectingPolicy): Temporal.PlainDate {
  const { trialEndDays, terminateDays } = policy
  // A trial stands still from the day after its last one.
  return note.lastDay.add({ days: isUnpaidTrial(one) ? trialEndDays + 1 : terminateDays })
}

/** Of what stands still by its customer's wish, the day on which it goes on once that is paid. */
function resumesOn(one: Subscription): Temporal.PlainDate | null {
  return isRunning(one) && !nextStart(one).equals(one.periodEnd) ? one.pauseUntil : null
}

/** What is left to pay, and what credit that was set aside pays of the same requests. */
async function sumUp(ctx: Context, entries: readonly Entry[], requestIds: readonly string[]) {
  const rows = await ctx.db
    .select({ currency: paymentRequests.currency, minor: paymentRequests.fromCreditMinor })
    .from(paymentRequests)
    .where(and(inArray(paymentRequests.id, [...requestIds]), gt(paymentRequests.fromCreditMinor, 0n)))
    .limit(MOST_NOTES)
  const asked = entries.flatMap(({ grossMinor, one }) =>
    grossMinor === null ? [] : [{ currency: one.unit.currency, minor: grossMinor }],
  )
  const fromCredit = rows.map(({ currency, minor }) => ({ currency, minor: -minor }))
  const credits = sumByCurrency(rows)
  return { credits, totals: sumByCurrency([...asked, ...fromCredit]) }
}

function sumByCurrency(amounts: readonly { readonly currency: Currency; readonly minor: bigint }[]) {
  return [...Map.groupBy(amounts, ({ currency }): Currency => currency)].map(([currency, ofOne]) =>
    toWire(
      sum(
        currency,
        ofOne.map(({ minor }) => money(minor, currency)),
      ),
    ),
  )
}

/** Each subscription as it is now, and what its open request asks for it. */
async function readAbout(ctx: Context, ids: readonly string[]) {
  const rows = await ctx.db
    .select({ row: subscriptions, grossMinor: paymentRequestLines.grossMinor })
    .from(subscriptions)
    .leftJoin(
      paymentRequestLines,
      and(
        eq(paymentRequestLines.tenantId, subscriptions.tenantId),
        eq(paymentRequestLines.requestId, subscriptions.requestId),
        eq(paymentRequestLines.subscriptionId, subscriptions.id),
      ),
    )
    .where(inArray(subscriptions.id, [...ids]))
    .limit(MOST_NOTES)
  const owed = await findOwed(ctx, { subscriptionIds: ids })
  const told = new Set<string>()
  return new Map(
    rows.map(({ row, grossMinor }) => {
      const invoice = owed.get(row.id) ?? null
      const one = { ...readSubscription(row), owedOn: invoice?.dueOn ?? null }
      const isAboutIt =
        invoice !== null && firstUnpaidOf(one)?.equals(invoice.dueOn.add({ days: 1 })) === true
      // An invoice for several of them is asked for once.
      const isFirst = invoice !== null && !told.has(invoice.invoiceId)
      if (isAboutIt) told.add(invoice.invoiceId)
      const asked = isFirst ? (invoice?.left.minor ?? null) : null
      return [
        row.id,
        { one, grossMinor: isAboutIt ? asked : grossMinor, owed: isAboutIt ? invoice : null },
      ] as const
    }),
  )
}
