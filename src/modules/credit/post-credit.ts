import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { type Currency, money, toWire } from "#kit/money.ts"
import { postTransfer, type TransferPosting } from "#ledger"
import { type CreditCause, type CreditKind, type CreditParts, kindsOf } from "./account-credit.ts"
import { creditEntries } from "./tables.ts"

export interface CreditMove {
  readonly accountId: string
  readonly currency: Currency
  readonly cause: CreditCause
  /** Above zero: the customer has more of it. */
  readonly parts: CreditParts
  readonly reference: string | null
  readonly reason?: string
  readonly byId?: string
}

/** Writes the history's lines and nothing else: where the money itself is part of somebody else's transfer. */
export async function writeCreditEntries(ctx: Context, move: CreditMove) {
  const kinds = kindsOf(move.parts)
  if (kinds.length === 0) return []
  return ctx.db
    .insert(creditEntries)
    .values(
      kinds.map(({ kind, minor }) => ({
        id: ctx.newId("cre"),
        accountId: move.accountId,
        kind,
        cause: move.cause,
        currency: move.currency,
        amountMinor: minor,
        reason: move.reason ?? null,
        reference: move.reference,
        byId: move.byId ?? null,
        createdAt: ctx.clock.now(),
      })),
    )
    .returning()
}

const words: Readonly<Record<CreditCause, string>> = {
  given: "Credit given",
  taken: "Credit taken",
  held: "Credit set aside",
  released: "Credit no longer set aside",
  returned: "Credit given back",
  moved: "Credit moved",
}

/**
 * History, books and audit in one go, one of each per kind; `against` says for a kind what stands on the other side.
 * Whoever takes holds the balance's row; the books themselves refuse to fall below nothing.
 */
export async function postCredit(
  ctx: Context,
  move: CreditMove,
  against: (kind: CreditKind) => { readonly account: string; readonly credit: string },
) {
  const entries = await writeCreditEntries(ctx, move)
  for (const entry of entries) {
    const { account, credit } = against(entry.kind)
    const postings: TransferPosting[] = [
      { account: credit, minor: -entry.amountMinor },
      { account, minor: entry.amountMinor },
    ]
    await postTransfer(ctx, {
      key: `account-credit:${entry.id}`,
      currency: entry.currency,
      reference: entry.id,
      words: move.reason ? `${words[move.cause]}: ${move.reason}` : words[move.cause],
      postings,
    })
    await recordAudit(ctx, {
      act: `credit.${move.cause}`,
      subjectId: entry.id,
      accountId: entry.accountId,
      reason: move.reason ?? null,
      after: {
        kind: entry.kind,
        amount: toWire(money(entry.amountMinor, entry.currency)),
        ...(entry.reference ? { reference: entry.reference } : {}),
      },
    })
  }
  return entries
}
