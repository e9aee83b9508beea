import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm } from "../../serve-page.ts"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { goOn } from "./come-in.ts"
import { words } from "./words.ts"

export function headers() {
  return { "cache-control": "no-store" }
}

export function loader({ request }: LoaderFunctionArgs) {
  return { token: new URL(request.url).searchParams.get("token") ?? "" }
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, values }) =>
    goOn(args.request, await services.door.signInByLink(values["token"] ?? "")),
  )
}

/** A button, and not the link by itself: mail servers follow links to look for viruses, and would use them up. */
export default function SignInLinkPage() {
  const say = useWords(words)
  const { token } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="mx-auto w-full max-w-md space-y-6 px-4 py-16">
      <PageHeader title={say("title")} />
      <PageForm intent="link" answer={useActionData<FormAnswer>()}>
        <p>{say("byLinkNow")}</p>
        <input type="hidden" name="token" value={token} />
        <SubmitButton className="w-full">{say("signIn")}</SubmitButton>
      </PageForm>
    </main>
  )
}

export { PageError as ErrorBoundary }
