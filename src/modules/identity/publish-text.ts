import type { Context } from "#kit/context.ts"
import type { TextPurpose } from "./consent.ts"
import { consentTexts } from "./sign-in-tables.ts"

export interface TextPublication {
  readonly purpose: TextPurpose
  /** Begins with its day, and sorts after the versions before it. */
  readonly version: string
  readonly inForceFrom: Temporal.Instant
}

/** From then on whoever agreed to an earlier version is asked anew, and new people agree to this one. */
export async function publishText(ctx: Context, publication: TextPublication): Promise<void> {
  await ctx.db.insert(consentTexts).values({ id: ctx.newId("txt"), ...publication })
}
