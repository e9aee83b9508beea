import { type ActionFunctionArgs, redirect, redirectDocument } from "react-router"
import { accountCookie } from "../account-cookie.ts"
import { serveForm } from "../serve-page.ts"
import { withCookies } from "../with-cookies.ts"

export function loader() {
  return redirect("/portal")
}

/** A whole new document: everything on the page belonged to the other account. */
export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, values }) => {
    const account = services.me.accounts.find((one) => one.id === values["account"])
    if (!account) return redirectDocument("/portal")
    return redirectDocument("/portal", withCookies([accountCookie(account.id, args.request)]))
  })
}
