import type { Context } from "#kit/context.ts"
import { callForAttention } from "./call-for-attention.ts"
import { everything, lockService } from "./queries.ts"

/** A change (suspend, lift, delete) has given up: the service stays what it was, and says so. */
export async function recordChangeStuck(
  ctx: Context,
  input: { readonly serviceId: string },
  why: string,
): Promise<void> {
  const service = await lockService(ctx, everything, input.serviceId)
  const waitsForBackup = service.desired === "ended" && service.backupSince !== null
  await callForAttention(ctx, service, waitsForBackup ? "backup" : "change", why)
}
