import type { AuthorizationRequest } from "./authorization-request.ts"
import { isWithin, type Scope } from "./scope.ts"

export interface AuthorizationFacts {
  readonly request: AuthorizationRequest
  /** Who is signed in here, and when they last showed who they are. */
  readonly session: { readonly personId: string; readonly authenticatedAt: number } | undefined
  /** Staff who have something to put right before they are anybody here. */
  readonly isBarred: boolean
  /** What this person allowed this client before. */
  readonly grant: { readonly scopes: readonly Scope[]; readonly givenAt: number } | undefined
}

export type AuthorizationStep =
  | { readonly step: "sign-in" | "barred" | "prove" | "consent" | "ready" }
  /** Said to the program: it wanted no page to be shown, or somebody else. */
  | { readonly step: "error"; readonly error: string }

/** What has to come next. Pure, and asked again after each page: nothing is skipped by going to a later address. */
export function planAuthorization(facts: AuthorizationFacts): AuthorizationStep {
  const { request, session, grant } = facts
  const { prompts, maxAgeSeconds, askedAt } = request
  const isSilent = prompts.includes("none")
  if (!session) return isSilent ? error("login_required") : { step: "sign-in" }
  const isOther = request.hintedPersonId !== undefined && request.hintedPersonId !== session.personId
  if (isOther) return error("login_required")
  if (facts.isBarred) return isSilent ? error("interaction_required") : { step: "barred" }
  // Counted from the asking, not from now: else max_age=0 would ask for ever.
  const isStale =
    (prompts.includes("login") && session.authenticatedAt < askedAt) ||
    (maxAgeSeconds !== undefined && session.authenticatedAt < askedAt - maxAgeSeconds * 1_000)
  if (isStale) return isSilent ? error("login_required") : { step: "prove" }
  const wantsPage = prompts.includes("consent") || prompts.includes("select_account")
  const isAllowed =
    grant !== undefined && isWithin(request.scopes, grant.scopes) && (!wantsPage || grant.givenAt >= askedAt)
  if (!isAllowed) return isSilent ? error("consent_required") : { step: "consent" }
  return { step: "ready" }
}

function error(code: string): AuthorizationStep {
  return { step: "error", error: code }
}
