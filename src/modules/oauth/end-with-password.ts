import type { Context } from "#kit/context.ts"
import { endFamilies } from "./end-families.ts"

/** Whoever changes a password wants to be alone: programs have to send the person here again. */
export async function endWithPassword(
  ctx: Context,
  { personId }: { readonly personId: string },
): Promise<void> {
  await endFamilies(ctx, { personId }, "password-changed")
}
