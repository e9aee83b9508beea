import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirectDocument,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { withCookies } from "../../with-cookies.ts"
import { offerGone, readOffer } from "./read-offer.ts"
import { words } from "./words.ts"

export function headers() {
  return { "cache-control": "no-store" }
}

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, me }) => ({
    arrived: await api.federation.arrivals.look({ offer: readOffer(args.request) }),
    signedInAs: me.person?.email ?? null,
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services }) => {
    await services.api.federation.arrivals.connect({ offer: readOffer(args.request) })
    return redirectDocument("/portal/security", withCookies([offerGone]))
  })
}

/** The address alone opens nothing: its owner here signs in the way they know, and then presses the button. */
export default function ConnectPage() {
  const say = useWords(words)
  const { arrived, signedInAs } = useLoaderData<typeof loader>()
  const { providerName: provider, email } = arrived
  const answer = useActionData<FormAnswer>()
  const signIn = (
    <ButtonLink to="/sign-in?to=/sign-in/connect" className="w-full">
      {say("toSignIn")}
    </ButtonLink>
  )
  return (
    <main id="content" className="mx-auto w-full max-w-md space-y-6 px-4 py-16">
      <PageHeader title={say("connectTitle", { provider })}>{say("connectWhat", { email })}</PageHeader>
      {signedInAs === null ? (
        <>
          <p>{say("connectSignIn", { provider })}</p>
          {signIn}
        </>
      ) : signedInAs === email ? (
        <PageForm intent="connect" answer={answer}>
          <p>{say("connectReady", { email, provider })}</p>
          <SubmitButton className="w-full">{say("connect")}</SubmitButton>
        </PageForm>
      ) : (
        <>
          <p>{say("connectOther", { other: signedInAs, email, provider })}</p>
          {signIn}
        </>
      )}
      <ButtonLink to="/" look="quiet" className="w-full">
        {say("notNow")}
      </ButtonLink>
    </main>
  )
}

export { PageError as ErrorBoundary }
