import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { getRetention, isWithin, type RetentionId, saveRetention } from "#tenancy"
import { privacyRefusals } from "./errors.ts"

/** Longer or shorter, within what the rule of today allows. */
export async function changeRetention(
  ctx: Context,
  { id, keep }: { readonly id: RetentionId; readonly keep: string },
): Promise<void> {
  const { rule, keep: before } = await getRetention(ctx, id)
  if (!isWithin(rule, keep)) {
    const { atLeast, atMost } = rule
    privacyRefusals.refuse("privacy.retention_outside_bounds", { atLeast, atMost }, { field: "keep" })
  }
  await saveRetention(ctx, { id, keep })
  await recordAudit(ctx, {
    act: "privacy.retention-changed",
    subjectId: id,
    before: { keep: before.toString() },
    after: { keep },
  })
}
