import type { Actor } from "../context.ts"
import type { Permit } from "./permit.ts"
import type { CallScope } from "./scope.ts"

/**
 * Somebody may be the owner of one account and only look at another. So the permission a procedure asks for decides
 * which accounts it reaches: the caller arrives at the operation with those alone.
 */
export function narrowScope(scope: CallScope, wanted: Permit): CallScope {
  const actor = narrowActor(scope.actor, wanted)
  if (actor === scope.actor) return scope
  return {
    ...scope,
    actor,
    transact: (body) => scope.transact((ctx) => body({ ...ctx, actor })),
    read: (body) => scope.read((ctx) => body({ ...ctx, actor })),
  }
}

export function narrowActor(actor: Actor, wanted: Permit): Actor {
  if (wanted.kind === "everyone" || actor.kind !== "customer" || !actor.grants) return actor
  const holding = actor.grants.filter(({ permissions }) => permissions.has(wanted.permission))
  const whole = new Set(holding.filter(({ serviceIds }) => serviceIds === null).map((one) => one.accountId))
  const serviceIds = holding.flatMap((one) => one.serviceIds ?? [])
  return {
    ...actor,
    accountIds: actor.accountIds.filter((id) => whole.has(id)),
    ...(serviceIds.length > 0 ? { serviceIds } : {}),
  }
}
