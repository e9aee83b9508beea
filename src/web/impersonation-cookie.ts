/** Names the impersonation; only the session of who began it makes anything of it. Gone with the browser, and after half an hour. */
export function impersonationCookie(id: string, request: Request): string {
  return `impersonation=${id}; Max-Age=1800${attributes(request)}`
}

export function endedImpersonationCookie(request: Request): string {
  return `impersonation=; Max-Age=0${attributes(request)}`
}

function attributes(request: Request): string {
  const secure = new URL(request.url).protocol === "https:" ? "; Secure" : ""
  return `; Path=/; HttpOnly; SameSite=Lax${secure}`
}
