import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { ProviderButtons } from "../federation/provider-buttons.tsx"
import { destination, goOn } from "./come-in.ts"
import { PasskeyButton } from "./passkey-button.tsx"
import { readPasskey } from "./read-passkey.ts"
import { words } from "./words.ts"

export function headers() {
  return { "cache-control": "no-store" }
}

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, me }) => ({
    to: destination(args.request, me),
    name: me.person?.name ?? null,
    query: new URL(args.request.url).search,
    offered: (await api.federation.offered()).items,
    hasLinks: (await api.identity.ways.get()).links,
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services: { door }, values }) => {
    const { email = "", password = "", passkey } = values
    const came = passkey
      ? await door.signInByPasskey(readPasskey(passkey))
      : await door.signIn({ email, password })
    return goOn(args.request, came)
  })
}

export default function SignInPage() {
  const say = useWords(words)
  const { to, name, query, hasLinks, offered } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <main id="content" className="mx-auto w-full max-w-md space-y-6 px-4 py-16">
      <PageHeader title={say("title")} />
      {name === null ? null : (
        <p>
          {say("signedInAs", { name })}{" "}
          <ButtonLink look="quiet" to={to} isDocument>
            {say("goOn")}
          </ButtonLink>
        </p>
      )}
      <PageForm intent="sign-in" answer={answer}>
        <TextField name="email" label={say("email")} type="email" required autoComplete="username" />
        <TextField
          name="password"
          label={say("password")}
          type="password"
          required
          autoComplete="current-password"
        />
        <SubmitButton className="w-full">{say("signIn")}</SubmitButton>
      </PageForm>
      <PageForm intent="passkey" answer={answer}>
        <PasskeyButton label={say("byPasskey")} />
      </PageForm>
      <ProviderButtons offered={offered} to={to} />
      <ul className="space-y-2 text-sm">
        {hasLinks ? (
          <li>
            <Link className="text-accent underline" to={`/sign-in/mail${query}`}>
              {say("byLink")}
            </Link>
          </li>
        ) : null}
        <li>
          <Link className="text-accent underline" to="/forgot-password">
            {say("forgot")}
          </Link>
        </li>
        <li>
          <Link className="text-accent underline" to="/sign-up">
            {say("noAccount")}
          </Link>
        </li>
      </ul>
    </main>
  )
}

export { PageError as ErrorBoundary }
