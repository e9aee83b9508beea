/** What a client may be given to know or to do, each with its own words on the page that asks. */
export const scopes = ["openid", "profile", "email", "offline_access", "accounts"] as const

export type Scope = (typeof scopes)[number]

export function isScope(text: string): text is Scope {
  return (scopes as readonly string[]).includes(text)
}

/** As it stands in a request; what nobody here knows is passed over, as the standard asks. */
export function readScopes(text: string): Scope[] {
  return [...new Set(text.split(" ").filter(isScope))]
}

export function isWithin(wanted: readonly Scope[], held: readonly Scope[]): boolean {
  return wanted.every((scope) => held.includes(scope))
}
