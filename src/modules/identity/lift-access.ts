import type { Context } from "#kit/context.ts"
import { findStaffPolicy } from "./find-staff-policy.ts"
import { saveStaffPolicy } from "./save-staff-policy.ts"

/** The way back in for whoever stands at the machine, when the proxy's tag or team is another than what was saved. */
export async function liftAccess(ctx: Context): Promise<void> {
  await saveStaffPolicy(ctx, { ...(await findStaffPolicy(ctx)), access: null }, undefined)
}
