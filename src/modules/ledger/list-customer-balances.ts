import { and, asc, eq, inArray, ne } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { type Currency, type Money, money } from "#kit/money.ts"
import { accountRoles, readAccountName } from "./account-role.ts"
import { balances, ledgerAccounts } from "./tables.ts"

export type CustomerBalanceKind = "receivable" | "unapplied" | "credit" | "given" | "held"

export interface CustomerBalance {
  readonly kind: CustomerBalanceKind
  readonly accountId: string
  readonly currency: Currency
  /** As people say it: of a receivable what is owed to us, of the others what is theirs. */
  readonly amount: Money
}

const kinds: readonly CustomerBalanceKind[] = ["receivable", "unapplied", "credit", "given", "held"]

/** Everything the books hold for these customers that isn't zero. */
export async function listCustomerBalances(
  ctx: Context,
  reach: Reach,
  accountIds: readonly string[],
): Promise<CustomerBalance[]> {
  const wanted = reach.kind === "all" ? accountIds : accountIds.filter((id) => reach.accountIds.includes(id))
  const names = wanted.flatMap((id) => kinds.map((kind) => `${kind}:${id}`))
  if (names.length === 0) return []
  const rows = await ctx.db
    .select({ name: ledgerAccounts.name, currency: balances.currency, minor: balances.balanceMinor })
    .from(balances)
    .innerJoin(
      ledgerAccounts,
      and(eq(ledgerAccounts.tenantId, balances.tenantId), eq(ledgerAccounts.id, balances.ledgerAccountId)),
    )
    .where(and(inArray(ledgerAccounts.name, names), ne(balances.balanceMinor, 0n)))
    .orderBy(asc(ledgerAccounts.name), asc(balances.currency))
    .limit(MOST_BALANCES)
  return rows.map(({ name, currency, minor }) => {
    const [kind = "receivable"] = kinds.filter((one) => name.startsWith(`${one}:`))
    const sign = accountRoles[kind].kind === "asset" ? 1n : -1n
    return { kind, accountId: readAccountName(name).owner, currency, amount: money(sign * minor, currency) }
  })
}

const MOST_BALANCES = 500
