import type { z } from "zod"
import { listAccountNames } from "#identity"
import type { Context } from "#kit/context.ts"
import { money, toWire } from "#kit/money.ts"
import type { referralShape } from "./contract.ts"
import type { referralRows } from "./tables.ts"

export type ReferralView = z.infer<typeof referralShape>

/** With the names of both, in one statement for all. */
export async function describeReferrals(
  ctx: Context,
  rows: readonly (typeof referralRows.$inferSelect)[],
): Promise<ReferralView[]> {
  const names = await listAccountNames(
    ctx,
    rows.flatMap(({ referrerId, accountId }) => [referrerId, accountId]),
  )
  return rows.map((row) => {
    const got = (minor: bigint | null) =>
      row.currency && minor !== null ? toWire(money(minor, row.currency)) : null
    return {
      id: row.id,
      referrerId: row.referrerId,
      referrerName: names.get(row.referrerId) ?? "",
      accountId: row.accountId,
      accountName: names.get(row.accountId) ?? "",
      state: row.state,
      because: row.because,
      reason: row.reason,
      invoiceId: row.invoiceId,
      referrerGot: got(row.referrerMinor),
      newcomerGot: got(row.newcomerMinor),
      createdAt: row.createdAt.toString(),
      decidedAt: row.decidedAt?.toString() ?? null,
    }
  })
}
