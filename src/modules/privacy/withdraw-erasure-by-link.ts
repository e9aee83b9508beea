import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { privacyRefusals } from "./errors.ts"
import { erasures } from "./tables.ts"
import { withdrawErasure } from "./withdraw-erasure.ts"

/** By the link in the mail, for whoever can't or need not sign in: it takes back this one wish and opens nothing. */
export async function withdrawErasureByLink(ctx: Context, keyring: Keyring, token: string): Promise<void> {
  const cut = token.indexOf(".")
  const id = token.slice(0, cut)
  const isOurs = cut > 0 && keyring.isMac("privacy.erasure-undo", `${ctx.tenant} ${id}`, token.slice(cut + 1))
  const [row] = isOurs ? await ctx.db.select().from(erasures).where(eq(erasures.id, id)).limit(1) : []
  if (!row || !["waiting", "held"].includes(row.state)) {
    return privacyRefusals.refuse("privacy.undo_link_wrong")
  }
  await withdrawErasure(ctx, row.personId)
}
