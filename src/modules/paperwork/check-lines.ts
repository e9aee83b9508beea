import { planDocument } from "#billing"
import type { Context } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import { documentLine, type LineWish, readLine, storeLine } from "./draft.ts"
import { paperworkRefusals } from "./errors.ts"

/** Says no at the line that can't be asked for, and to a paper about nothing. */
export async function checkLines(
  ctx: Context,
  { currency, lines }: { readonly currency: Currency; readonly lines: readonly LineWish[] },
): Promise<void> {
  for (const [index, { unit }] of lines.entries()) {
    if (unit.currency === currency && BigInt(unit.minor) >= 0n) continue
    paperworkRefusals.refuse("paperwork.line_wrong", {}, { field: `lines/${index}/unit` })
  }
  const settings = await getSettings(ctx)
  const written = lines.map((line) => documentLine(readLine(storeLine(line), currency)))
  const { total } = planDocument({ currency, settings, lines: written })
  if (total.minor <= 0n) paperworkRefusals.refuse("paperwork.nothing_asked", {}, { field: "lines/0/unit" })
}
