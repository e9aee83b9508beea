import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "react-router"
import type { Currency } from "#kit/money.ts"
import type { PageServices } from "../api-context.ts"
import { serveForm, servePage } from "../serve-page.ts"

const outcomes = ["done", "asked", "planned", "stays"] as const

/** How many there are, and what the number in the address would cost. */
export function loadQuantityPage(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, newKey }) => {
    const search = new URL(args.request.url).searchParams
    const wished = Number(search.get("quantity"))
    const id = args.params["subscription"] ?? ""
    const preview = await api.billing.subscriptions.quantity.preview(
      Number.isSafeInteger(wished) && wished > 0 ? { id, quantity: wished } : { id },
    )
    const keys = [newKey(), newKey(), newKey()]
    return { preview, keys, done: outcomes.find((outcome) => search.has(outcome)) }
  })
}

/** Looks, changes or takes back; `goOn` says where the payment is made, where there is one to make. */
export function actOnQuantity(
  args: ActionFunctionArgs,
  {
    area,
    goOn,
  }: {
    readonly area: "portal" | "admin"
    readonly goOn: (
      services: PageServices,
      of: { readonly requestId: string; readonly key: string },
    ) => Promise<string>
  },
) {
  return serveForm(args, async ({ services, values, intent, key }) => {
    const id = args.params["subscription"] ?? ""
    const page = `/${area}/subscriptions/${id}/quantity`
    const { quantity } = services.withKey(key).billing.subscriptions
    if (intent === "takeBack") {
      await quantity.takeBack({ id })
      return redirect(`${page}?stays`)
    }
    const wished = Number(values["quantity"])
    if (intent === "look") {
      await services.api.billing.subscriptions.quantity.preview({ id, quantity: wished })
      return redirect(`${page}?quantity=${wished}`)
    }
    const when = values["when"] === "at_end" ? "at_end" : "now"
    const amount = { minor: values["minor"] ?? "", currency: values["currency"] as Currency }
    const expected = { outcome: values["outcome"] as "pay", amount }
    const change = await quantity.change({ id, quantity: wished, when, expected })
    const requestId = change.paymentRequestId
    if (requestId) return redirect(await goOn(services, { requestId, key }))
    return redirect(`${page}?${change.state === "planned" ? "planned" : "done"}`)
  })
}
