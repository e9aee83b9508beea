import { data, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { Banner } from "../../ui/banner.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "./words.ts"

export function headers() {
  return { "cache-control": "no-store" }
}

export function loader({ request }: LoaderFunctionArgs) {
  const named = new URL(request.url).searchParams.get("because")
  const because = troubles.find((one) => one === named) ?? "request_over"
  return data({ because }, { status: 400 })
}

const troubles = ["client_unknown", "redirect_unknown", "request_over"] as const

/** Shown here and not at the program: we don't know whose address it named. */
export default function TroublePage() {
  const say = useWords(words)
  const { because } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="mx-auto w-full max-w-md space-y-6 px-4 py-16">
      <PageHeader title={say("troubleTitle")} />
      <Banner tone="bad">{say(because)}</Banner>
      <ButtonLink to="/" look="secondary">
        {say("toShop")}
      </ButtonLink>
    </main>
  )
}

export { PageError as ErrorBoundary }
