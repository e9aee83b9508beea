import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { signOns } from "./tables.ts"

export async function failSignOn(ctx: Context, input: { readonly signOnId: string }): Promise<void> {
  await ctx.db
    .update(signOns)
    .set({ state: "failed" })
    .where(and(eq(signOns.id, input.signOnId), eq(signOns.state, "asking")))
}
