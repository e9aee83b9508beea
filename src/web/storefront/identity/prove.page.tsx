import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirectDocument,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, localPath, serveForm, servePage } from "../../serve-page.ts"
import { TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { ProviderButtons } from "../federation/provider-buttons.tsx"
import { PasskeyButton } from "./passkey-button.tsx"
import { readPasskey } from "./read-passkey.ts"
import { words } from "./words.ts"

export function headers() {
  return { "cache-control": "no-store" }
}

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api }) => {
    const { hasPassword, needsMore, hasSecondFactor, passkeys } = await api.identity.security.get()
    const connections = (await api.federation.connections.list()).items
    // Only OpenID Connect says when somebody was asked; the others send back whoever is still signed in there.
    const offered = (await api.federation.offered()).items.filter(
      ({ id, kind }) =>
        (kind === "google" || kind === "oidc") && connections.some((one) => one.providerId === id),
    )
    const to = localPath(new URL(args.request.url).searchParams.get("to"))
    return {
      hasPassword: hasPassword && !needsMore,
      hasSecondFactor,
      hasPasskeys: passkeys.length > 0,
      offered: needsMore ? [] : offered,
      to,
    }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services: { door }, values, intent }) => {
    const { password = "", code = "", passkey = "" } = values
    if (intent === "passkey") await door.prove({ passkey: readPasskey(passkey) })
    else if (intent === "code") await door.prove({ code })
    else await door.prove({ password })
    return redirectDocument(localPath(new URL(args.request.url).searchParams.get("to")))
  })
}

/** Any one of them: what somebody who only found the browser open does not have. */
export default function ProvePage() {
  const say = useWords(words)
  const { hasPassword, hasSecondFactor, hasPasskeys, offered, to } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <main id="content" className="mx-auto w-full max-w-md space-y-6 px-4 py-16">
      <PageHeader title={say("proveTitle")}>{say("proveWhat")}</PageHeader>
      {hasPassword ? (
        <PageForm intent="password" answer={answer}>
          <TextField
            name="password"
            label={say("password")}
            type="password"
            required
            autoComplete="current-password"
          />
          <SubmitButton className="w-full">{say("confirm")}</SubmitButton>
        </PageForm>
      ) : null}
      {hasSecondFactor ? (
        <PageForm intent="code" answer={answer}>
          <TextField name="code" label={say("code")} required maxLength={40} autoComplete="one-time-code" />
          <SubmitButton className="w-full" look="secondary">
            {say("confirmByCode")}
          </SubmitButton>
        </PageForm>
      ) : null}
      {hasPasskeys ? (
        <PageForm intent="passkey" answer={answer}>
          <PasskeyButton label={say("confirmByPasskey")} />
        </PageForm>
      ) : null}
      <ProviderButtons offered={offered} to={to} errand="prove" />
      {hasPassword || hasSecondFactor || hasPasskeys ? null : (
        <p className="text-sm">
          {say("proveNone")}{" "}
          <Link className="text-accent underline" to="/forgot-password">
            {say("proveChoose")}
          </Link>
        </p>
      )}
    </main>
  )
}

export { PageError as ErrorBoundary }
