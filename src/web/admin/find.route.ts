import type { LoaderFunctionArgs } from "react-router"
import { requireOperator } from "../require-sign-in.ts"
import { servePage } from "../serve-page.ts"
import { findEverywhere } from "./find.ts"

const shortest = 2
const longest = 80

/** /admin/find?q=…: what the command palette asks; each list decides for itself what this reader may see of it. */
export function loader(args: LoaderFunctionArgs) {
  const text = (new URL(args.request.url).searchParams.get("q") ?? "").trim()
  return servePage(args, async (services) => {
    requireOperator(services, args.request)
    const { api, me, language } = services
    const isWord = text.length >= shortest && text.length <= longest
    const may = (permission: string) => me.permissions.includes(permission)
    const found = isWord ? await findEverywhere({ api, language, may }, text) : []
    return Response.json({ found }, { headers: { "cache-control": "no-store" } })
  })
}
