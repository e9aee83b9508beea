import type { z } from "zod"
import type { Context, Reach } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { accountVatNumbers } from "./account-vat-numbers.ts"
import { listVatChecks } from "./list-vat-checks.ts"
import { openTax } from "./open-tax.ts"
import { sayTax } from "./say-tax.ts"
import type { vatChecksShape } from "./vat-contract.ts"

/** What VIES said of an account's numbers, and what the account is charged for it. */
export async function describeChecks(
  ctx: Context,
  reach: Reach,
  accountId: string,
): Promise<z.infer<typeof vatChecksShape>> {
  const numbers = await accountVatNumbers(ctx, reach, accountId)
  const checks = await listVatChecks(ctx, numbers)
  const tax = await openTax(ctx, await getSettings(ctx), [accountId])
  return {
    items: checks.map(({ id: _id, tenantId: _tenant, accountId: _account, createdAt: _made, ...told }) => ({
      ...told,
      askedAt: told.askedAt.toString(),
      checkedAt: told.checkedAt?.toString() ?? null,
    })),
    taxWhy: sayTax(tax.ofAccount(accountId).snapshot, ctx.language) || null,
  }
}
