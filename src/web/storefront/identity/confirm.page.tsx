import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "./words.ts"

export function headers() {
  return { "cache-control": "no-store" }
}

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  return { token: searchParams.get("token") ?? "", hasAccount: searchParams.has("account") }
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, values }) => {
    const { token = "", password } = values
    return services.api.identity.signUps.confirm({ token, ...(password === undefined ? {} : { password }) })
  })
}

type Answer = FormAnswer | { readonly email: string; readonly wasKnown: boolean }

/** A button, and not the link by itself: mail servers follow links to look for viruses, and would use them up. */
export default function ConfirmPage() {
  const say = useWords(words)
  const { token, hasAccount } = useLoaderData<typeof loader>()
  const answer = useActionData<Answer>()
  const done = answer && "email" in answer ? answer : undefined
  return (
    <main id="content" className="mx-auto w-full max-w-md space-y-6 px-4 py-16">
      <PageHeader title={say(done ? "confirmedTitle" : "confirmTitle")} />
      {done ? (
        <>
          <Banner tone="good">
            {say(done.wasKnown ? "confirmedKnown" : "confirmed", { email: done.email })}
          </Banner>
          <ButtonLink to="/sign-in">{say("toSignIn")}</ButtonLink>
        </>
      ) : (
        <PageForm intent="confirm" answer={answer && "problem" in answer ? answer : undefined}>
          <p>{say(hasAccount ? "confirmOrder" : "confirmWhat")}</p>
          <input type="hidden" name="token" value={token} />
          {hasAccount ? null : (
            <TextField
              name="password"
              label={say("password")}
              help={say("confirmHelp")}
              type="password"
              required
              maxLength={128}
              autoComplete="current-password"
            />
          )}
          <SubmitButton className="w-full">{say("confirm")}</SubmitButton>
        </PageForm>
      )}
    </main>
  )
}

export { PageError as ErrorBoundary }
