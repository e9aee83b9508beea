import { actorId, type Context, impersonatorOf } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { identityActed } from "./events.ts"

export interface IdentityAct {
  /** Module and act: "identity.member-removed". */
  readonly act: string
  readonly subjectId: string
  readonly accountId?: string | null
  readonly reason?: string | null
  readonly before?: Readonly<Record<string, unknown>> | null
  readonly after?: Readonly<Record<string, unknown>> | null
}

/** For the audit, which comes later in the house: the event carries who did it, and the reaction writes it down. */
export async function announceAct(ctx: Context, fact: IdentityAct): Promise<void> {
  const { actor } = ctx
  await announce(ctx, identityActed, {
    act: fact.act,
    subjectId: fact.subjectId,
    accountId: fact.accountId ?? null,
    reason: fact.reason ?? null,
    before: fact.before ? { ...fact.before } : null,
    after: fact.after ? { ...fact.after } : null,
    actorKind: actor.kind,
    actorId: actorId(actor),
    impersonatorId: impersonatorOf(actor),
    requestId: ctx.requestId ?? null,
  })
}
