import type { LoaderFunctionArgs } from "react-router"
import { requireOperator } from "../require-sign-in.ts"
import { servePage } from "../serve-page.ts"
import { findEverywhere } from "./find.ts"
import { findOptions, pickable } from "./find-options.ts"

const shortest = 2
const longest = 80

/**
 * /admin/find?q=…: what the command palette asks; with &of=… what a filter can be picked from. Each list decides for
 * itself what this reader may see of it.
 */
export function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url)
  const text = (searchParams.get("q") ?? "").trim()
  const of = pickable.find((one) => one === searchParams.get("of"))
  return servePage(args, async (services) => {
    requireOperator(services, args.request)
    const { api, me, language } = services
    const finder = { api, language, may: (permission: string) => me.permissions.includes(permission) }
    const isWord = text.length >= shortest && text.length <= longest
    const answer = of
      ? { options: text.length <= longest ? await findOptions(finder, of, text) : [] }
      : { found: isWord ? await findEverywhere(finder, text) : [] }
    return Response.json(answer, { headers: { "cache-control": "no-store" } })
  })
}
