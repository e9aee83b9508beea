import { type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { servePage } from "../../serve-page.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { LiveRegion } from "../../ui/live-region.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "./words.ts"

export function headers() {
  // The link inside works once and for whoever has it.
  return { "cache-control": "no-store", "referrer-policy": "no-referrer" }
}

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, ({ api }) =>
    api.provisioning.services.getSignOn({ id: args.params["signOn"] ?? "" }),
  )
}

/** Asking a panel takes its time: this page waits for the link and then follows it. */
export default function SignOnPage() {
  const say = useWords(words)
  const { state, url } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="mx-auto w-full max-w-xl space-y-6 px-4 py-16">
      <PageHeader title={say("title")} />
      <LiveRegion status={say(state)} pollMs={state === "asking" ? 1_000 : undefined}>
        {url ? (
          <p>
            <a className="text-accent underline" data-go="" href={url}>
              {say("go")}
            </a>
          </p>
        ) : null}
      </LiveRegion>
      <ButtonLink to="/portal/services" look="secondary" isDocument>
        {say("back")}
      </ButtonLink>
    </main>
  )
}

export { PageError as ErrorBoundary }
