import type { LoaderFunctionArgs } from "react-router"
import { servePage } from "../../serve-page.ts"

/** To be saved and never opened here: whatever is in it, no browser takes it for a page of ours. */
export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api }) => {
    const file = await api.customers.files.content({ id: args.params["file"] ?? "" })
    const plain = file.name.replace(/[^\w.-]/g, "-") || "file"
    return new Response(file.stream(), {
      headers: {
        "content-type": "application/octet-stream",
        "content-length": String(file.size),
        "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        "content-security-policy": "default-src 'none'; sandbox",
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
      },
    })
  })
}
