import type { ActorSession, Context } from "#kit/context.ts"
import { requestRefusals } from "#kit/serve/errors.ts"
import { identityRefusals } from "./errors.ts"

/** Ten minutes: long enough for what somebody sat down to do, short enough for a browser left open. */
export const PROVED_SECONDS = 600

/**
 * Before a dangerous act: whoever sits at the browser has shown within the last minutes who they are. A key was given
 * its scopes for this very act and passes; the house itself does as well.
 */
export function requireProof(ctx: Pick<Context, "actor">): void {
  const { actor } = ctx
  if (actor.kind === "system" || ("apiKeyId" in actor && actor.apiKeyId)) return
  const session = "session" in actor ? actor.session : undefined
  if (!session?.isProved) identityRefusals.refuse("identity.proof_needed")
}

/** Wraps an answer of a router, so that the list of routes shows which ones ask. */
export function proved<Input, Output>(
  run: (ctx: Context, input: Input) => Promise<Output>,
): (ctx: Context, input: Input) => Promise<Output> {
  return async (ctx, input) => {
    requireProof(ctx)
    return run(ctx, input)
  }
}

export interface OwnSession extends ActorSession {
  readonly personId: string
}

/** What concerns how a person comes in is theirs alone: no key, whatever its scopes, may touch it. */
export function requireSession(ctx: Pick<Context, "actor">): OwnSession {
  const { actor } = ctx
  const session = "session" in actor ? actor.session : undefined
  if (!("personId" in actor) || !session) return requestRefusals.refuse("request.sign_in_needed")
  return { ...session, personId: actor.personId }
}

export function requireProvedSession(ctx: Pick<Context, "actor">): OwnSession {
  const session = requireSession(ctx)
  return session.isProved ? session : identityRefusals.refuse("identity.proof_needed")
}
