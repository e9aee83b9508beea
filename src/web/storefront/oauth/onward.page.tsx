import { type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { LiveRegion } from "../../ui/live-region.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "./words.ts"

export function headers() {
  return { "cache-control": "no-store", "referrer-policy": "no-referrer" }
}

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const [asked, denied] = [searchParams.get("asked") ?? "", searchParams.get("denied")]
  const params = new URLSearchParams({ asked, ...(denied === null ? {} : { denied }) })
  return { to: `/oauth/authorize/resume?${params}` }
}

/** Between a form of ours and a page of the program: a form may lead nowhere else, a link may. */
export default function OnwardPage() {
  const say = useWords(words)
  const { to } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="mx-auto w-full max-w-md space-y-6 px-4 py-16">
      <PageHeader title={say("onwardTitle")} />
      <LiveRegion status={say("going")}>
        <noscript>
          <meta httpEquiv="refresh" content={`0;url=${to}`} />
        </noscript>
        <p>
          <a className="text-accent underline" data-go="" href={to}>
            {say("go")}
          </a>
        </p>
      </LiveRegion>
    </main>
  )
}

export { PageError as ErrorBoundary }
