import { data, redirect, redirectDocument } from "react-router"
import type { PageServices } from "./api-context.ts"

/** What staff have to put right before anything else, and where: by the code of what bars them. */
export function wayOut(barredBy: string | null, from: string): string | undefined {
  if (barredBy === "identity.second_factor_needed") return "/portal/security"
  return barredBy === "identity.second_factor_unshown" ? `/prove?to=${encodeURIComponent(from)}` : undefined
}

/** Layout guards only lead people to the right door; what they may see is decided by the API, call by call. */
export function requireSignIn({ me }: PageServices, request: Request): void {
  const { pathname, search } = new URL(request.url)
  const path = pathname.replace(/^\/ko(?=\/|$)/, "").replace(/\.data$/, "")
  if (me.role === "visitor") throw redirect(`/sign-in?to=${encodeURIComponent(path + search)}`)
  const out = wayOut(me.barredBy, path + search)
  if (out && path !== out) throw out.startsWith("/prove") ? redirectDocument(out) : redirect(out)
}

export function requireOperator(services: PageServices, request: Request): void {
  requireSignIn(services, request)
  if (services.me.role !== "operator") throw data(null, { status: 403 })
}
