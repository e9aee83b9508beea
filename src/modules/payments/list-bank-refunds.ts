import { and, asc, eq, inArray, sql } from "drizzle-orm"
import type { z } from "zod"
import type { Context, Reach } from "#kit/context.ts"
import { money, toWire } from "#kit/money.ts"
import { cutPage, decodeKey, type Page } from "#kit/paging.ts"
import type { bankRefundShape } from "./bank-refund-contract.ts"
import { BANK_TRANSFER } from "./bank-transfer.ts"
import { attempts, refunds } from "./tables.ts"

/** What is still to be sent by hand, or what was. */
export async function listBankRefunds(
  ctx: Context,
  reach: Reach,
  filter: { readonly limit: number; readonly after?: string | undefined; readonly isSent: boolean },
): Promise<Page<z.infer<typeof bankRefundShape>>> {
  const key = decodeKey(filter.after, 2)
  const rows = await ctx.db
    .select({ refund: refunds, attempt: attempts })
    .from(refunds)
    .innerJoin(attempts, and(eq(attempts.tenantId, refunds.tenantId), eq(attempts.id, refunds.attemptId)))
    .where(
      and(
        eq(attempts.gateway, BANK_TRANSFER),
        eq(refunds.state, filter.isSent ? "done" : "wanted"),
        reach.kind === "accounts" ? inArray(attempts.accountId, [...reach.accountIds]) : undefined,
        key ? sql`(${refunds.requestedAt}, ${refunds.id}) > (${key[0]}::timestamptz, ${key[1]})` : undefined,
      ),
    )
    .orderBy(asc(refunds.requestedAt), asc(refunds.id))
    .limit(filter.limit + 1)
  const page = cutPage(rows, filter.limit, ({ refund }) => [refund.requestedAt.toString(), refund.id])
  return {
    next: page.next,
    items: page.items.map(({ refund, attempt }) => ({
      id: refund.id,
      accountId: attempt.accountId,
      reference: attempt.reference,
      amount: toWire(money(refund.amountMinor, refund.currency)),
      cameBy: attempt.chargeId ?? "",
      requestedAt: refund.requestedAt.toString(),
      sentBy: refund.gatewayRefundId,
    })),
  }
}
