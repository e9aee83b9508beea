import { actorId, type Context, impersonatorOf } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { tenancyActed } from "./events.ts"

export interface TenancyChange {
  /** Module and act: "tenancy.suspended". */
  readonly act: string
  readonly subjectId: string
  readonly reason?: string | null
  readonly before?: Readonly<Record<string, unknown>> | null
  readonly after?: Readonly<Record<string, unknown>> | null
}

/** For the audit of the tenant in whose context it is called. */
export async function announceChange(ctx: Context, change: TenancyChange): Promise<void> {
  const { actor } = ctx
  await announce(ctx, tenancyActed, {
    act: change.act,
    subjectId: change.subjectId,
    accountId: null,
    reason: change.reason ?? null,
    before: change.before ? { ...change.before } : null,
    after: change.after ? { ...change.after } : null,
    actorKind: actor.kind,
    actorId: actorId(actor),
    impersonatorId: impersonatorOf(actor),
    requestId: ctx.requestId ?? null,
  })
}
