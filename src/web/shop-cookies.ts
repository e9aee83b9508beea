import { readCookie } from "./i18n/negotiate-language.ts"

const cartDays = 30
const referralDays = 60

/** Unreadable to scripts: the token is all it takes to see the cart. */
export function cartCookie(token: string, request: Request): string {
  const secure = new URL(request.url).protocol === "https:" ? "; Secure" : ""
  return `cart=${token}; Path=/; Max-Age=${cartDays * 86_400}; HttpOnly; SameSite=Lax${secure}`
}

export function cartTokenOf(request: Request): string | undefined {
  const token = readCookie(request.headers, "cart")
  return token && token.length <= 80 ? token : undefined
}

/** By whose link somebody came, until they order. It says nothing about who they are. */
export function referralCookie(code: string, request: Request): string {
  const secure = new URL(request.url).protocol === "https:" ? "; Secure" : ""
  return `referral=${code}; Path=/; Max-Age=${referralDays * 86_400}; HttpOnly; SameSite=Lax${secure}`
}

export function referralCodeOf(request: Request): string | undefined {
  const code = readCookie(request.headers, "referral")
  return code && isReferralCode(code) ? code : undefined
}

export function isReferralCode(text: string): boolean {
  return /^[a-z0-9]{6,20}$/.test(text)
}
