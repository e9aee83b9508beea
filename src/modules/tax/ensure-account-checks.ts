import type { Context } from "#kit/context.ts"
import { accountVatNumbers } from "./account-vat-numbers.ts"
import { ensureVatChecks } from "./ensure-vat-checks.ts"

/** An account's numbers have come or changed: those that nobody asked about yet are asked about. */
export async function ensureAccountChecks(ctx: Context, accountId: string): Promise<void> {
  await ensureVatChecks(ctx, await accountVatNumbers(ctx, { kind: "all" }, accountId), accountId)
}
