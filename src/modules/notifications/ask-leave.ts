import { eq } from "drizzle-orm"
import { getConsents } from "#identity"
import type { Context } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { planMorning } from "./quiet-hours.ts"
import { messages } from "./tables.ts"

/**
 * Right before it leaves: advertising goes only to who still agrees, and not at night without a yes to that. Between the
 * writing and the sending somebody may have changed their mind.
 */
export async function askLeave(
  ctx: Context,
  messageId: string,
): Promise<"go" | "withheld" | { readonly afterSeconds: number }> {
  const [row] = await ctx.db
    .select({ class: messages.class, personId: messages.personId })
    .from(messages)
    .where(eq(messages.id, messageId))
    .limit(1)
  if (row?.class !== "advertising" || row.personId === null) return "go"
  const held = await getConsents(ctx, row.personId)
  if (!held.marketingMail) {
    const outcome = "Not sent: the consent was taken back before it left."
    await ctx.db.update(messages).set({ state: "failed", outcome }).where(eq(messages.id, messageId))
    return "withheld"
  }
  if (held.night) return "go"
  const { timeZone } = await getSettings(ctx)
  const now = ctx.clock.now()
  const morning = planMorning(now, timeZone)
  return morning ? { afterSeconds: Math.ceil(morning.since(now).total("seconds")) } : "go"
}
