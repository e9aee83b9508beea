import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { policyChanged } from "./events.ts"
import type { SignInPolicy } from "./find-policy.ts"
import { policies } from "./sign-in-tables.ts"

export async function savePolicy(ctx: Context, wanted: SignInPolicy): Promise<SignInPolicy> {
  await ctx.db
    .insert(policies)
    .values({ id: "policy", ...wanted })
    .onConflictDoUpdate({ target: [policies.tenantId, policies.id], set: wanted })
  await announce(ctx, policyChanged, wanted)
  return wanted
}
