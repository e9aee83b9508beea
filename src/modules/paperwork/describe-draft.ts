import type { z } from "zod"
import type { Context } from "#kit/context.ts"
import type { draftShape } from "./contract.ts"
import { describeDrafts } from "./describe-drafts.ts"
import type { Draft } from "./draft.ts"

/** One of them: see `describeDrafts`. */
export async function describeDraft(ctx: Context, draft: Draft): Promise<z.infer<typeof draftShape>> {
  const [described] = await describeDrafts(ctx, [draft])
  if (!described) throw new Error("One was given, and none was described.")
  return described
}
