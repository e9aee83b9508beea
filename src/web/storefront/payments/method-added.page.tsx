import { type LoaderFunctionArgs, redirect, useLoaderData } from "react-router"
import type { PageServices } from "../../api-context.ts"
import { useWords } from "../../i18n/use-words.ts"
import { requireSignIn } from "../../require-sign-in.ts"
import { servePage } from "../../serve-page.ts"
import { cartTokenOf } from "../../shop-cookies.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { LiveRegion } from "../../ui/live-region.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { findCart } from "../orders/open-cart.ts"
import { asksMethod } from "../orders/trial-method.tsx"
import { words } from "./method.words.ts"

export function headers() {
  return { "cache-control": "no-store" }
}

/** Back from the gateway's page. Where they come from proves nothing: only the gateway's own answer counts. */
export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async (services) => {
    requireSignIn(services, args.request)
    const id = args.params["setup"] ?? ""
    const known = await services.api.payments.setups.get({ id })
    const setup =
      known.state === "created" || known.state === "waiting_for_payer"
        ? await services.withKey(services.newKey()).payments.setups.refresh({ id })
        : known
    if (setup.state === "done") throw redirect(await whereTo(services, args.request))
    return { setup }
  })
}

/** Back to the order that waits for a method to be charged after its trial. */
async function whereTo(services: PageServices, request: Request): Promise<string> {
  const cart = await findCart(services, cartTokenOf(request))
  const waits = cart && cart.orderId === null && asksMethod(cart)
  return waits ? "/checkout" : "/portal/payment-methods?done=added"
}

const said = {
  created: { status: "waiting", help: "waitingHelp" },
  waiting_for_payer: { status: "waiting", help: "waitingHelp" },
  done: { status: "done", help: null },
  declined: { status: "declined", help: "declinedHelp" },
  abandoned: { status: "abandoned", help: "abandonedHelp" },
} as const

export default function MethodAddedPage() {
  const say = useWords(words)
  const { setup } = useLoaderData<typeof loader>()
  const { status, help } = said[setup.state]
  const isWaiting = status === "waiting"
  return (
    <main id="content" className="mx-auto w-full max-w-xl space-y-6 px-4 py-16">
      <PageHeader title={say("title")} />
      <LiveRegion
        status={say(status)}
        stream={isWaiting ? `/api/v1/payment-method-setups/${setup.id}/progress` : null}
      >
        {help ? <p>{setup.words ?? say(help)}</p> : null}
        {setup.redirectUrl ? (
          <p>
            <a className="text-accent underline" href={setup.redirectUrl}>
              {say("go")}
            </a>
          </p>
        ) : null}
        <p>
          <ButtonLink to="/portal/payment-methods" look="secondary">
            {say("back")}
          </ButtonLink>
        </p>
      </LiveRegion>
    </main>
  )
}

export { PageError as ErrorBoundary }
