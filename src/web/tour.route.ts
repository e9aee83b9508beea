import { type LoaderFunctionArgs, redirect } from "react-router"
import { localPath } from "./serve-page.ts"
import { TOUR_OVER, tourCookie } from "./tour.ts"

const yearSeconds = 31_536_000

/** /tour/over?to=/portal puts the demo's tour away; /tour/again brings it back. */
export function loader({ params, request }: LoaderFunctionArgs) {
  const memory = params["choice"] === TOUR_OVER ? `${TOUR_OVER}; Max-Age=${yearSeconds}` : "; Max-Age=0"
  return redirect(localPath(new URL(request.url).searchParams.get("to"), "/"), {
    headers: { "set-cookie": `${tourCookie}=${memory}; Path=/; SameSite=Lax` },
  })
}
