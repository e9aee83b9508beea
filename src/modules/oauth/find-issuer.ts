import type { Context } from "#kit/context.ts"
import { getSettings } from "#tenancy"

/** The shop's own public address, and no other name it may be reached by: tokens are compared with it letter by letter. */
export async function findIssuer(ctx: Context): Promise<string> {
  return new URL((await getSettings(ctx)).publicUrl).origin
}
