import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "./email.words.ts"

export function headers() {
  return { "cache-control": "no-store" }
}

export function loader({ request }: LoaderFunctionArgs) {
  return { token: new URL(request.url).searchParams.get("token") ?? "" }
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, ({ services, values }) =>
    services.api.identity.person.keepEmail({ token: values["token"] ?? "" }),
  )
}

type Answer = FormAnswer | { readonly done: true }

export default function KeepEmailPage() {
  const say = useWords(words)
  const { token } = useLoaderData<typeof loader>()
  const answer = useActionData<Answer>()
  return (
    <main id="content" className="mx-auto w-full max-w-md space-y-6 px-4 py-16">
      <PageHeader title={say("keepTitle")} />
      {answer && "done" in answer ? (
        <Banner tone="good">{say("kept")}</Banner>
      ) : (
        <PageForm intent="keep-email" answer={answer && "problem" in answer ? answer : undefined}>
          <p>{say("keepWhat")}</p>
          <input type="hidden" name="token" value={token} />
          <SubmitButton look="danger" className="w-full">
            {say("keep")}
          </SubmitButton>
        </PageForm>
      )}
    </main>
  )
}

export { PageError as ErrorBoundary }
