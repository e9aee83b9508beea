import type { z } from "zod"
import { findStaffRole, getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import { fromWire, type Money, money, toWire } from "#kit/money.ts"
import { spellAmount } from "#kit/spelling.ts"
import { getSettings } from "#tenancy"
import { type CreditKind, creditAccount } from "./account-credit.ts"
import type { creditChangeInput } from "./contract.ts"
import { type CreditEntry, describeEntry } from "./describe-entry.ts"
import { creditRefusals } from "./errors.ts"
import { lockCredit } from "./lock-credit.ts"
import { postCredit } from "./post-credit.ts"
import { findLimit, sumChangedBy } from "./queries.ts"

/** Where money is booked that somebody took or paid out by hand, and what a present costs the shop. */
const otherSides: Readonly<Record<CreditKind, string>> = { paid: "cash:by-hand", given: "goodwill:credit" }

/** Staff give or take credit: with a reason that the customer reads, and within what their role may on one day. */
export async function changeCredit(
  ctx: Context,
  wish: z.output<typeof creditChangeInput>,
): Promise<CreditEntry> {
  const amount = fromWire(wish.amount)
  if (amount.minor <= 0n) creditRefusals.refuse("credit.amount_wrong", {}, { field: "amount" })
  const account = await getAccount(ctx, wish.accountId)
  const accountId = account.mergedIntoId ?? account.id
  const byId = await checkLimit(ctx, amount)
  if (wish.act === "take") await checkAvailable(ctx, accountId, wish.kind, amount)
  const minor = wish.act === "give" ? amount.minor : -amount.minor
  const [entry] = await postCredit(
    ctx,
    {
      accountId,
      currency: amount.currency,
      cause: wish.act === "give" ? "given" : "taken",
      parts: { paid: 0n, given: 0n, [wish.kind]: minor },
      reference: null,
      reason: wish.reason,
      ...(byId ? { byId } : {}),
    },
    (kind) => ({ account: otherSides[kind], credit: creditAccount(kind, accountId) }),
  )
  if (!entry) throw new Error("Credit of nothing was changed.")
  return describeEntry(entry)
}

async function checkAvailable(
  ctx: Context,
  accountId: string,
  kind: CreditKind,
  amount: Money,
): Promise<void> {
  const available = (await lockCredit(ctx, accountId, amount.currency))[kind]
  if (available >= amount.minor) return
  const said = spellAmount(toWire(money(available, amount.currency)), ctx.language)
  creditRefusals.refuse("credit.too_little", { available: said }, { field: "amount" })
}

/** Ten small presents are one large one: the day's are counted together. The built-in role has no limit until it gets one. */
async function checkLimit(ctx: Context, amount: Money): Promise<string | undefined> {
  if (ctx.actor.kind !== "staff") return undefined
  const { personId } = ctx.actor
  const role = await findStaffRole(ctx, personId)
  const { currency } = amount
  const limit = role && (await findLimit(ctx, { kind: "all" }, { roleId: role.id, currency }))
  if (limit === undefined && role?.isBuiltIn) return personId
  const { timeZone } = await getSettings(ctx)
  const since = ctx.clock.today(timeZone).toZonedDateTime({ timeZone }).toInstant()
  const done = await sumChangedBy(ctx, { kind: "all" }, { personId, currency, since })
  const left = (limit ?? 0n) - done
  if (amount.minor > left) {
    const said = spellAmount(toWire(money(left > 0n ? left : 0n, currency)), ctx.language)
    creditRefusals.refuse("credit.above_limit", { left: said }, { field: "amount" })
  }
  return personId
}
