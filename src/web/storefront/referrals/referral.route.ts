import { type LoaderFunctionArgs, redirect } from "react-router"
import { isReferralCode, referralCookie } from "../../shop-cookies.ts"

/** /r/k3v9x2m4qa: remembers by whose link somebody came. Whether it is one is nobody's to find out here. */
export function loader({ params, request }: LoaderFunctionArgs) {
  const code = (params["code"] ?? "").toLowerCase()
  return redirect("/", {
    headers: isReferralCode(code) ? { "set-cookie": referralCookie(code, request) } : {},
  })
}
