import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { serveForm, servePage } from "../../serve-page.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { useRoot } from "../../use-root.ts"
import { withCookies } from "../../with-cookies.ts"
import { words } from "./words.ts"

export function headers() {
  return { "cache-control": "no-store" }
}

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api }) => {
    const asked = new URL(args.request.url).searchParams.get("asked") ?? ""
    return { asked, ...(await api.oauth.logouts.look({ asked })) }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, values }) => {
    const { cookies } = await services.signOut()
    const { asked = "" } = values
    return redirect(`/sign-out/done?${new URLSearchParams({ asked })}`, withCookies(cookies))
  })
}

/** A page of somebody else's must not sign people out: it may only ask. */
export default function SignOutPage() {
  const say = useWords(words)
  const { asked, clientName } = useLoaderData<typeof loader>()
  const shop = useRoot()?.shop.name ?? ""
  return (
    <main id="content" className="mx-auto w-full max-w-md space-y-6 px-4 py-16">
      <PageHeader title={say("signOutTitle")}>
        {clientName === null
          ? say("signOutSomebody", { shop })
          : say("signOutWhat", { client: clientName, shop })}
      </PageHeader>
      <PageForm intent="sign-out">
        <input type="hidden" name="asked" value={asked} />
        <SubmitButton className="w-full">{say("signOut")}</SubmitButton>
      </PageForm>
      <ButtonLink to="/portal" look="secondary" className="w-full" isDocument>
        {say("stay")}
      </ButtonLink>
    </main>
  )
}

export { PageError as ErrorBoundary }
