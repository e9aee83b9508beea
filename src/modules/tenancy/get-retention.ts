import type { Context } from "#kit/context.ts"
import { getRetentions, type Retention } from "./get-retentions.ts"
import type { RetentionId } from "./retention-rule.ts"

/** What holds for this shop today by one rule. */
export async function getRetention(ctx: Context, id: RetentionId): Promise<Retention> {
  return (await getRetentions(ctx))(id)
}
