import { type Context, type Reach } from "#kit/context.ts"
import { paymentRefusals } from "./errors.ts"
import { findSetup } from "./find-setup.ts"
import { type Lock } from "./queries.ts"
import { type MethodSetup } from "./setup.ts"

export async function getSetup(
  ctx: Context,
  reach: Reach,
  id: string,
  lock: Lock = "read",
): Promise<MethodSetup> {
  const found = await findSetup(ctx, reach, id, lock)
  return found ?? paymentRefusals.refuse("payments.setup_missing", { setupId: id })
}
