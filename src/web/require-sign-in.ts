import { data, redirect } from "react-router"
import type { PageServices } from "./api-context.ts"

/** Layout guards only lead people to the right door; what they may see is decided by the API, call by call. */
export function requireSignIn({ me }: PageServices, request: Request): void {
  if (me.role !== "visitor") return
  const { pathname, search } = new URL(request.url)
  const path = pathname.replace(/^\/ko(?=\/|$)/, "").replace(/\.data$/, "")
  throw redirect(`/sign-in?to=${encodeURIComponent(path + search)}`)
}

export function requireOperator(services: PageServices, request: Request): void {
  requireSignIn(services, request)
  if (services.me.role !== "operator") throw data(null, { status: 403 })
}
