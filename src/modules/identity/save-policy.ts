import type { Context } from "#kit/context.ts"
import type { SignInPolicy } from "./find-policy.ts"
import { policies } from "./sign-in-tables.ts"

export async function savePolicy(ctx: Context, wanted: SignInPolicy): Promise<void> {
  await ctx.db
    .insert(policies)
    .values({ id: "policy", ...wanted })
    .onConflictDoUpdate({ target: [policies.tenantId, policies.id], set: wanted })
}
