import { type ActionFunctionArgs, redirect, redirectDocument } from "react-router"
import { askAnewCookie } from "./admin/put-off.ts"
import { apiContext } from "./api-context.ts"
import { withCookies } from "./with-cookies.ts"

/** A look at the address signs nobody out: only the form does. */
export function loader() {
  return redirect("/")
}

export async function action({ context }: ActionFunctionArgs) {
  const { cookies } = await context.get(apiContext).signOut()
  // A whole new document: pages of the shop have no framework to go on with.
  return redirectDocument("/", withCookies([...cookies, askAnewCookie]))
}
