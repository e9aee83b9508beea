import type { LoaderFunctionArgs } from "react-router"
import { servePage } from "./serve-page.ts"

/** Its address holds its content's name: it never changes. */
const KEPT = "public, max-age=31536000, immutable"

/** A shop's colours and pictures, as files. */
export function loader(args: LoaderFunctionArgs) {
  const file = args.params["file"]
  return servePage(args, async ({ api }) => {
    if (file === "theme") {
      const { css } = await api.tenancy.brand.css()
      return new Response(css, {
        headers: { "content-type": "text/css; charset=utf-8", "cache-control": KEPT },
      })
    }
    const { contentType, content } = await api.tenancy.brand.picture({
      kind: file === "favicon" ? "favicon" : "logo",
    })
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
    return new Response(bytes, {
      headers: {
        "content-type": contentType,
        "cache-control": KEPT,
        // It stands in mails, which are read on pages of others and in frames without an origin.
        "cross-origin-resource-policy": "cross-origin",
      },
    })
  })
}
