import { recordAudit } from "#audit"
import { type Context, type Reach, within } from "#kit/context.ts"
import { paymentRefusals } from "./errors.ts"
import { getMethod } from "./get-method.ts"
import { lockMethod } from "./lock-method.ts"
import { isChargeable, type SavedMethod } from "./method.ts"
import { settleDefault } from "./settle-default.ts"

/** What comes due is charged to this one, where nothing else was said. */
export async function chooseDefaultMethod(
  ctx: Context,
  id: string,
  reach: Reach = within(ctx.actor),
): Promise<SavedMethod> {
  const method = await lockMethod(ctx, reach, id)
  if (method.isDefault) return method
  if (!isChargeable(method)) {
    return paymentRefusals.refuse("payments.method_unusable", { methodId: id, state: method.state })
  }
  await settleDefault(ctx, method.accountId, id)
  await recordAudit(ctx, {
    act: "payments.default-method-chosen",
    subjectId: id,
    accountId: method.accountId,
    before: { isDefault: false },
    after: { isDefault: true, lastFour: method.lastFour },
  })
  return getMethod(ctx, reach, id)
}
