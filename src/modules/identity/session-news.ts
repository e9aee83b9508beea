/** "tenant person": what is remembered of that person's sessions and keys is stale. Ids only, for anyone may listen. */
export const SESSIONS_CHANNEL = "hostwell_sessions"

export function readSessionNews(payload: string): { tenant: string; personId: string } | undefined {
  const [tenant, personId, ...rest] = payload.split(" ")
  return tenant && personId && rest.length === 0 ? { tenant, personId } : undefined
}
