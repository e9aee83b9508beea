import type { Visit } from "./edge.ts"

/** Only for the way there and back: no script reads it, no other site's form brings it along. */
export function passageCookie(
  { isSecure }: Pick<Visit, "isSecure">,
  name: string,
  value: string,
  maxAgeSeconds: number,
): string {
  const secure = isSecure ? "; Secure" : ""
  return `${name}=${value}; Max-Age=${maxAgeSeconds}; Path=/; HttpOnly; SameSite=Lax${secure}`
}

export function findCookie(headers: Headers, name: string): string | undefined {
  for (const pair of (headers.get("cookie") ?? "").slice(0, 8_192).split(";")) {
    const cut = pair.indexOf("=")
    if (pair.slice(0, cut).trim() === name) return pair.slice(cut + 1).trim() || undefined
  }
  return undefined
}

/** Only an address of our own may follow: "//elsewhere" and "/\elsewhere" are not. */
export function safePath(text: string | undefined, otherwise: string): string {
  return text !== undefined && /^\/(?![/\\])[^\\\s]{0,1000}$/.test(text) ? text : otherwise
}
