import type { Context } from "#kit/context.ts"
import { callForAttention } from "./call-for-attention.ts"
import { leaveTurn } from "./leave-turn.ts"
import { everything, lockService } from "./queries.ts"

/** Building has given up: the customer reads honest words, staff are told, the owner's other orders go on. */
export async function recordBuildStuck(
  ctx: Context,
  input: { readonly serviceId: string },
  why: string,
): Promise<void> {
  await leaveTurn(ctx, input.serviceId)
  await callForAttention(ctx, await lockService(ctx, everything, input.serviceId), "build", why)
}
