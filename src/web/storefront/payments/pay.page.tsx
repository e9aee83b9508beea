import { type LoaderFunctionArgs, redirect, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { servePage } from "../../serve-page.ts"
import { LiveRegion } from "../../ui/live-region.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { isLive } from "./attempt.ts"
import { words } from "./words.ts"

export function headers() {
  return { "cache-control": "no-store" }
}

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api }) => {
    const attempt = await api.payments.attempts.get({ id: args.params["attempt"] ?? "" })
    // A saved method is charged without a page to go to.
    if (!isLive(attempt) || attempt.methodId) throw redirect(`/pay/${attempt.id}/return`)
    return { attempt }
  })
}

/** Between the shop and the gateway's own page: waits until that page exists, then goes there. */
export default function PayPage() {
  const say = useWords(words)
  const { attempt } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="mx-auto w-full max-w-xl space-y-6 px-4 py-16">
      <PageHeader title={say("title")} />
      {attempt.redirectUrl ? (
        <LiveRegion status={say("going")}>
          <noscript>
            <meta httpEquiv="refresh" content={`1;url=${attempt.redirectUrl}`} />
          </noscript>
          <p>
            <a className="text-accent underline" data-go="" href={attempt.redirectUrl}>
              {say("go")}
            </a>
          </p>
        </LiveRegion>
      ) : (
        <LiveRegion
          status={say(attempt.state === "unknown" ? "doNotPayTwice" : "opening")}
          stream={`/api/v1/payment-attempts/${attempt.id}/progress`}
        />
      )}
    </main>
  )
}

export { PageError as ErrorBoundary }
