import { eq } from "drizzle-orm"
import { inviteMember, staffPermissions } from "#identity"
import type { Context } from "#kit/context.ts"
import { Refusal } from "#kit/refusal.ts"
import { imports } from "./tables.ts"

const BATCH = 50

/** One batch of a file's invitations, in the name of whoever confirmed it. Answers where the next one begins. */
export async function inviteImported(
  ctx: Context,
  wish: { readonly importId: string; readonly from: number },
): Promise<number | null> {
  const [found] = await ctx.db.select().from(imports).where(eq(imports.id, wish.importId)).limit(1)
  const made = found?.rows.filter((row) => row.accountId) ?? []
  const actor = {
    kind: "staff",
    personId: found?.startedBy ?? "",
    permissions: new Set<string>(staffPermissions),
  } as const
  for (const row of made.slice(wish.from, wish.from + BATCH)) {
    const { accountId = "", email, language } = row
    try {
      await inviteMember({ ...ctx, actor }, { accountId, email, role: "admin", services: [], language })
    } catch (error) {
      // Somebody has invited or joined them meanwhile: then they have been told, and the others still wait.
      if (!(error instanceof Refusal)) throw error
    }
  }
  const next = wish.from + BATCH
  return next < made.length ? next : null
}
