const yearSeconds = 31_536_000

/** Which account comes first. Only one of the session's own counts, so nothing depends on it being secret. */
export function accountCookie(accountId: string, request: Request): string {
  const secure = new URL(request.url).protocol === "https:" ? "; Secure" : ""
  return `account=${encodeURIComponent(accountId)}; Path=/; Max-Age=${yearSeconds}; HttpOnly; SameSite=Lax${secure}`
}
