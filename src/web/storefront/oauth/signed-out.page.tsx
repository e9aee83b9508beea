import { type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { servePage } from "../../serve-page.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { LiveRegion } from "../../ui/live-region.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { useRoot } from "../../use-root.ts"
import { words } from "./words.ts"

export function headers() {
  return { "cache-control": "no-store", "referrer-policy": "no-referrer" }
}

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api }) => {
    const asked = new URL(args.request.url).searchParams.get("asked")
    const { returnsTo } = asked ? await api.oauth.logouts.look({ asked }) : { returnsTo: null }
    return { returnsTo, to: `/oauth/logout/resume?${new URLSearchParams({ asked: asked ?? "" })}` }
  })
}

export default function SignedOutPage() {
  const say = useWords(words)
  const { returnsTo, to } = useLoaderData<typeof loader>()
  const shop = useRoot()?.shop.name ?? ""
  return (
    <main id="content" className="mx-auto w-full max-w-md space-y-6 px-4 py-16">
      <PageHeader title={say("signedOutTitle")}>{say("signedOut", { shop })}</PageHeader>
      {returnsTo === null ? (
        <ButtonLink to="/" look="secondary">
          {say("toShop")}
        </ButtonLink>
      ) : (
        <LiveRegion status={say("going")}>
          <p>
            <a className="text-accent underline" data-go="" href={to}>
              {say("backTo", { place: returnsTo })}
            </a>
          </p>
        </LiveRegion>
      )}
    </main>
  )
}

export { PageError as ErrorBoundary }
