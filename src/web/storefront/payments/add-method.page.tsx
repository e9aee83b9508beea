import { type LoaderFunctionArgs, redirect, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { requireSignIn } from "../../require-sign-in.ts"
import { servePage } from "../../serve-page.ts"
import { LiveRegion } from "../../ui/live-region.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "./method.words.ts"

export function headers() {
  return { "cache-control": "no-store" }
}

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async (services) => {
    requireSignIn(services, args.request)
    const setup = await services.api.payments.setups.get({ id: args.params["setup"] ?? "" })
    const isOpen = setup.state === "created" || setup.state === "waiting_for_payer"
    if (!isOpen) throw redirect(`/add-method/${setup.id}/return`)
    return { setup }
  })
}

/** Between the shop and the gateway's own page: waits until that page exists, then goes there. */
export default function AddMethodPage() {
  const say = useWords(words)
  const { setup } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="mx-auto w-full max-w-xl space-y-6 px-4 py-16">
      <PageHeader title={say("title")} />
      {setup.redirectUrl ? (
        <LiveRegion status={say("going")}>
          <noscript>
            <meta httpEquiv="refresh" content={`1;url=${setup.redirectUrl}`} />
          </noscript>
          <p>
            <a className="text-accent underline" data-go="" href={setup.redirectUrl}>
              {say("go")}
            </a>
          </p>
        </LiveRegion>
      ) : (
        <LiveRegion status={say("opening")} stream={`/api/v1/payment-method-setups/${setup.id}/progress`} />
      )}
    </main>
  )
}

export { PageError as ErrorBoundary }
