import { type LoaderFunctionArgs, redirect } from "react-router"
import { localPath } from "./serve-page.ts"
import { themeCookie, themes } from "./theme.ts"

const yearSeconds = 31_536_000

/** /theme/dark?to=/portal: remembers the choice; any other word lets the device decide again. */
export function loader({ params, request }: LoaderFunctionArgs) {
  const theme = themes.find((known) => known === params["theme"])
  const memory = theme ? `${theme}; Max-Age=${yearSeconds}` : "; Max-Age=0"
  return redirect(localPath(new URL(request.url).searchParams.get("to"), "/"), {
    headers: { "set-cookie": `${themeCookie}=${memory}; Path=/; SameSite=Lax` },
  })
}
