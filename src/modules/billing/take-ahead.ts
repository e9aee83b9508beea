import type { Context } from "#kit/context.ts"
import type { ChunkAhead, RenewalsAhead } from "./renewals-ahead.ts"

/** Taxes, languages and the shop's own settings are not looked at again: what lay about for longer is planned anew. */
const GOOD_FOR_SECONDS = 10

/** What was seen ahead of the chunk that begins there. It counts once. */
export function takeAhead(
  ctx: Context,
  ahead: RenewalsAhead | undefined,
  { after, today }: { after: string; today: Temporal.PlainDate },
): ChunkAhead | undefined {
  const chunk = ahead?.chunk
  if (!ahead || !chunk) return undefined
  ahead.chunk = undefined
  const isFresh =
    ctx.clock.now().since(chunk.seenAt).total("seconds") <= GOOD_FOR_SECONDS && today.equals(chunk.today)
  return isFresh && chunk.after === after ? chunk : undefined
}
