import type { LoaderFunctionArgs } from "react-router"
import { requireOperator } from "../../require-sign-in.ts"
import { servePage } from "../../serve-page.ts"
import { mailDocument, readLook } from "./mail-frame.ts"

/** A mail's html for the frame on its page, without what opens something by itself. */
export function loader(args: LoaderFunctionArgs) {
  const look = readLook(new URL(args.request.url).searchParams.get("look"))
  return servePage(args, async (services) => {
    requireOperator(services, args.request)
    const { html } = await services.api.notifications.messages.get({ id: args.params["mail"] ?? "" })
    return mailDocument(html, look)
  })
}
