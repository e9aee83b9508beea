import { type ActionFunctionArgs, redirect, redirectDocument } from "react-router"
import { endedImpersonationCookie } from "./impersonation-cookie.ts"
import { serveForm } from "./serve-page.ts"
import { withCookies } from "./with-cookies.ts"

export function loader() {
  return redirect("/")
}

/** Also when it ran out by itself: then the cookie is all that is left to end. */
export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services }) => {
    const may = services.me.permissions.includes("identity.impersonations.end")
    if (may) await services.api.identity.impersonations.end()
    return redirectDocument("/admin/customers", withCookies([endedImpersonationCookie(args.request)]))
  })
}
