import { redirect } from "react-router"
import { putOffCookie } from "./put-off.ts"

/** The reminder of the second factor is gone until the next sign-in. */
export function loader() {
  return redirect("/admin", { headers: { "set-cookie": putOffCookie } })
}
