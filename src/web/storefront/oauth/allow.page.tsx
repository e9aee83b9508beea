import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { Button } from "../../ui/button.tsx"
import { Card } from "../../ui/card.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { useRoot } from "../../use-root.ts"
import { words } from "./words.ts"

export function headers() {
  return { "cache-control": "no-store" }
}

/** What has to come first comes first; then this page is asked again. */
export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, me }) => {
    const asked = new URL(args.request.url).searchParams.get("asked") ?? ""
    const request = await api.oauth.requests.look({ asked })
    const here = encodeURIComponent(`/sign-in/allow?${new URLSearchParams({ asked })}`)
    if (request.standing === "sign-in") throw redirect(`/sign-in?to=${here}`)
    if (request.standing === "prove") throw redirect(`/prove?to=${here}`)
    if (request.standing === "ready") throw redirect(onward({ asked }))
    return { request, asked, name: me.person?.name ?? "", email: me.person?.email ?? "", here }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, values }) => {
    const { asked = "", answer } = values
    if (answer !== "allow") return redirect(onward({ asked, denied: "yes" }))
    await services.api.oauth.requests.allow({ asked })
    return redirect(onward({ asked }))
  })
}

function onward(params: Record<string, string>): string {
  return `/sign-in/onward?${new URLSearchParams(params)}`
}

export default function AllowPage() {
  const say = useWords(words)
  const { request, asked, name, email, here } = useLoaderData<typeof loader>()
  const { clientName: client, homeUrl, returnsTo, scopes, known } = request
  const shop = useRoot()?.shop.name ?? ""
  return (
    <main id="content" className="mx-auto w-full max-w-md space-y-6 px-4 py-16">
      <PageHeader title={say("allowTitle", { client })}>{say("allowWhat", { client })}</PageHeader>
      <Card>
        <ul className="space-y-2">
          {scopes.map((scope) => (
            <li key={scope} className="flex flex-wrap items-center gap-2">
              <span aria-hidden="true">✓</span>
              {say(scope)}
              {known.includes(scope) ? <Badge tone="neutral">{say("known")}</Badge> : null}
            </li>
          ))}
        </ul>
        <p className="text-muted text-sm">{say("returnsTo", { place: returnsTo, shop })}</p>
        {homeUrl ? (
          <p className="text-sm">
            <a className="text-accent underline" href={homeUrl} rel="noreferrer">
              {say("home", { client })}
            </a>
          </p>
        ) : null}
      </Card>
      <p className="text-sm">
        {say("who", { name, email })}{" "}
        <Link className="text-accent underline" to={`/sign-in?to=${here}`}>
          {say("notYou")}
        </Link>
      </p>
      <PageForm intent="allow" answer={useActionData<FormAnswer>()} className="space-y-3">
        <input type="hidden" name="asked" value={asked} />
        <SubmitButton name="answer" value="allow" className="w-full">
          {say("allow")}
        </SubmitButton>
        <Button name="answer" value="deny" look="secondary" className="w-full">
          {say("deny")}
        </Button>
      </PageForm>
      <p className="text-muted text-sm">{say("takeBack")}</p>
    </main>
  )
}

export { PageError as ErrorBoundary }
