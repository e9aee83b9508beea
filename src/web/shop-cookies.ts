import { readCookie } from "./i18n/negotiate-language.ts"

const cartDays = 30

/** Unreadable to scripts: the token is all it takes to see the cart. */
export function cartCookie(token: string, request: Request): string {
  const secure = new URL(request.url).protocol === "https:" ? "; Secure" : ""
  return `cart=${token}; Path=/; Max-Age=${cartDays * 86_400}; HttpOnly; SameSite=Lax${secure}`
}

export function cartTokenOf(request: Request): string | undefined {
  const token = readCookie(request.headers, "cart")
  return token && token.length <= 80 ? token : undefined
}
