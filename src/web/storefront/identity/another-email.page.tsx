import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { requireSignIn } from "../../require-sign-in.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "./email.words.ts"

export function headers() {
  return { "cache-control": "no-store" }
}

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async (services) => {
    requireSignIn(services, args.request)
    return { token: new URL(args.request.url).searchParams.get("token") ?? "" }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, ({ services, values }) =>
    services.api.identity.person.confirmEmail({ token: values["token"] ?? "" }),
  )
}

type Answer = FormAnswer | { readonly email: string }

/** Signed in as whoever asked: a stranger's wish isn't granted by a click in good faith. */
export default function AnotherEmailPage() {
  const say = useWords(words)
  const { token } = useLoaderData<typeof loader>()
  const answer = useActionData<Answer>()
  return (
    <main id="content" className="mx-auto w-full max-w-md space-y-6 px-4 py-16">
      <PageHeader title={say("confirmTitle")} />
      {answer && "email" in answer ? (
        <>
          <Banner tone="good">{say("confirmed", { email: answer.email })}</Banner>
          <ButtonLink to="/portal/person" isDocument>
            {say("onward")}
          </ButtonLink>
        </>
      ) : (
        <PageForm intent="another-email" answer={answer && "problem" in answer ? answer : undefined}>
          <p>{say("confirmWhat")}</p>
          <input type="hidden" name="token" value={token} />
          <SubmitButton className="w-full">{say("confirm")}</SubmitButton>
        </PageForm>
      )}
    </main>
  )
}

export { PageError as ErrorBoundary }
