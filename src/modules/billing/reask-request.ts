import type { Context } from "#kit/context.ts"
import { getPaymentRequest } from "./queries.ts"
import { replaceRequest } from "./replace-request.ts"

/** An open request is taken back, and all of its agreements are asked anew at what they cost by now. */
export async function reaskRequest(ctx: Context, requestId: string): Promise<void> {
  const request = await getPaymentRequest(ctx, { kind: "all" }, requestId, "update")
  if (request.state === "open") await replaceRequest(ctx, request, "")
}
