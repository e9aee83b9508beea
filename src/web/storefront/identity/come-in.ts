import { redirect, redirectDocument } from "react-router"
import type { CameThrough, Me } from "../../api-context.ts"
import { languageOnArrival } from "../../i18n/language-cookie.ts"
import { localPath } from "../../serve-page.ts"
import { withCookies } from "../../with-cookies.ts"

/** Where they were going; else staff to the admin, customers to their services. */
export function destination(request: Request, me: Me): string {
  const home = me.role === "operator" ? "/admin" : "/portal"
  return localPath(new URL(request.url).searchParams.get("to"), home)
}

/** On to the second step, or to where they were going. */
export function goOn(request: Request, { cookies, needsSecondFactor, me }: CameThrough): Response {
  const { search, pathname } = new URL(request.url)
  if (needsSecondFactor) return redirect(`/sign-in/second-factor${search}`, withCookies(cookies))
  const inTheirLanguage = languageOnArrival(pathname, me.person)
  return redirectDocument(destination(request, me), withCookies([...cookies, ...inTheirLanguage]))
}
