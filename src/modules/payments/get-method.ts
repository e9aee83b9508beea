import { type Context, type Reach } from "#kit/context.ts"
import { paymentRefusals } from "./errors.ts"
import { findMethod } from "./find-method.ts"
import { type SavedMethod } from "./method.ts"

/** Removed ones are gone: nobody chooses or removes them again. */
export async function getMethod(ctx: Context, reach: Reach, id: string): Promise<SavedMethod> {
  const found = await findMethod(ctx, reach, id)
  if (found && found.removedAt === null) return found
  return paymentRefusals.refuse("payments.method_missing", { methodId: id })
}
