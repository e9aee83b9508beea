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

const troubles = [
  "turned_away",
  "no_answer",
  "way_back_over",
  "address_unverified",
  "not_shown_anew",
  "provider_missing",
  "way_taken",
] as const

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const because = troubles.find((one) => one === searchParams.get("because")) ?? "no_answer"
  return data({ because, isIn: searchParams.has("in") }, { status: 400 })
}

/** What went wrong on the way to another house or back, in words, and where to go from here. */
export default function ElsewherePage() {
  const say = useWords(words)
  const { because, isIn } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="mx-auto w-full max-w-md space-y-6 px-4 py-16">
      <PageHeader title={say("elsewhereTitle")} />
      <Banner tone="bad">{say(because)}</Banner>
      {isIn ? (
        <ButtonLink to="/portal/security" isDocument>
          {say("toSecurity")}
        </ButtonLink>
      ) : (
        <p className="flex flex-wrap gap-2">
          <ButtonLink to="/sign-in">{say("backToSignIn")}</ButtonLink>
          <ButtonLink to="/sign-up" look="secondary">
            {say("toSignUp")}
          </ButtonLink>
        </p>
      )}
    </main>
  )
}

export { PageError as ErrorBoundary }
