import type { Context } from "#kit/context.ts"
import { policies } from "./sign-in-tables.ts"

export interface SignInPolicy {
  readonly needsPrivacyTick: boolean
  readonly allowsMagicLinks: boolean
}

/** What the tenant decided; before it decided anything, the careful choice. */
export async function findPolicy(ctx: Pick<Context, "db">): Promise<SignInPolicy> {
  const [row] = await ctx.db.select().from(policies).limit(1)
  return {
    needsPrivacyTick: row?.needsPrivacyTick ?? true,
    allowsMagicLinks: row?.allowsMagicLinks ?? false,
  }
}
