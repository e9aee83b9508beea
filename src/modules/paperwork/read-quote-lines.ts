import { accountTax, planDocument } from "#billing"
import { getImage, getLocation, getSellablePlan } from "#catalog"
import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import { type Currency, fromWire, type WireMoney } from "#kit/money.ts"
import { paperworkRefusals } from "./errors.ts"
import { type QuotedPlan, type QuoteLine, quotedLine } from "./quote.ts"
import { sayTerm } from "./say-term.ts"

export interface QuoteLineWish {
  readonly words?: string | undefined
  readonly quantity: number
  readonly unit?: WireMoney | undefined
  readonly plan?: Pick<QuotedPlan, "planId" | "cycle" | "locationId" | "imageId" | "hostname"> | undefined
}

/** What staff wrote, with the catalogue's words and prices where a line is a plan. Says no at the line that can't be. */
export async function readQuoteLines(
  ctx: Context,
  wish: {
    readonly accountId: string
    readonly currency: Currency
    readonly lines: readonly QuoteLineWish[]
  },
): Promise<QuoteLine[]> {
  const lines: QuoteLine[] = []
  for (const [index, line] of wish.lines.entries()) {
    if (line.plan) lines.push(...(await readPlanLines(ctx, wish, line, line.plan)))
    else lines.push(readFreeLine(wish.currency, line, index))
  }
  const settings = await accountTax(ctx, wish.accountId)
  const { total } = planDocument({ currency: wish.currency, settings, lines: lines.map(quotedLine) })
  if (total.minor <= 0n) paperworkRefusals.refuse("paperwork.nothing_asked", {}, { field: "lines/0/unit" })
  return lines
}

function readFreeLine(
  currency: Currency,
  { words, quantity, unit }: QuoteLineWish,
  index: number,
): QuoteLine {
  if (!words) paperworkRefusals.refuse("paperwork.words_missing", {}, { field: `lines/${index}/words` })
  if (unit?.currency !== currency || BigInt(unit.minor) < 0n) {
    return paperworkRefusals.refuse("paperwork.line_wrong", {}, { field: `lines/${index}/unit` })
  }
  return { words: words ?? "", quantity, unit: fromWire(unit), plan: null }
}

/** The plan, and its set-up fee as a line of its own. */
async function readPlanLines(
  ctx: Context,
  { accountId, currency }: { readonly accountId: string; readonly currency: Currency },
  { quantity }: QuoteLineWish,
  wish: NonNullable<QuoteLineWish["plan"]>,
): Promise<QuoteLine[]> {
  const { language } = await getAccount(ctx, accountId)
  const plan = await getSellablePlan(ctx, { planId: wish.planId, cycle: wish.cycle, currency })
  getLocation(plan, wish.locationId)
  getImage(plan, wish.imageId)
  const title = `${plan.planName[language]} · ${wish.hostname}`
  const { planId, versionId, priceId, planName } = plan
  const { cycle, locationId, imageId, hostname } = wish
  const quoted = { planId, versionId, priceId, planName, cycle, locationId, imageId, hostname }
  const line = { words: `${title} (${sayTerm(cycle, language)})`, quantity, unit: plan.unit, plan: quoted }
  if (plan.setupFee.minor === 0n) return [line]
  const setup = { en: "set-up", ko: "설치비" }[language]
  return [line, { words: `${title} (${setup})`, quantity, unit: plan.setupFee, plan: null }]
}
