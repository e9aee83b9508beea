import { type ActionFunctionArgs, redirect, useActionData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm } from "../../serve-page.ts"
import { TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "./words.ts"

export function headers() {
  return { "cache-control": "no-store" }
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, values }) => {
    const { language } = services
    await services.api.identity.signInLinks.request({ email: values["email"] ?? "", language })
    return redirect("/check-your-mail")
  })
}

export default function AskLinkPage() {
  const say = useWords(words)
  return (
    <main id="content" className="mx-auto w-full max-w-md space-y-6 px-4 py-16">
      <PageHeader title={say("byLink")} />
      <PageForm intent="link" answer={useActionData<FormAnswer>()}>
        <p>{say("byLinkWhat")}</p>
        <TextField name="email" label={say("email")} type="email" required autoComplete="username" />
        <SubmitButton className="w-full">{say("sendLink")}</SubmitButton>
      </PageForm>
    </main>
  )
}

export { PageError as ErrorBoundary }
