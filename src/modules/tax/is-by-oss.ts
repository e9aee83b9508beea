import type { Context } from "#kit/context.ts"
import { loadTaxBook } from "./load-tax-book.ts"

/** Whether consumers all over the EU are declared by the One-Stop-Shop on that day, each at their own country's rate. */
export async function isByOss(ctx: Context, on: Temporal.PlainDate): Promise<boolean> {
  const { registrations } = await loadTaxBook(ctx, on)
  return registrations.some(({ scheme }) => scheme !== "local")
}
