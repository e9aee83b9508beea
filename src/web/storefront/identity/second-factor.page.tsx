import { type ActionFunctionArgs, Link, useActionData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm } from "../../serve-page.ts"
import { CheckboxField, TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { goOn } from "./come-in.ts"
import { words } from "./words.ts"

export function headers() {
  return { "cache-control": "no-store" }
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, values }) => {
    const isTrusted = values["trust"] === "yes"
    return goOn(
      args.request,
      await services.door.answerSecondFactor({ code: values["code"] ?? "", isTrusted }),
    )
  })
}

export default function SecondFactorPage() {
  const say = useWords(words)
  return (
    <main id="content" className="mx-auto w-full max-w-md space-y-6 px-4 py-16">
      <PageHeader title={say("secondTitle")} />
      <PageForm intent="second-factor" answer={useActionData<FormAnswer>()}>
        <TextField
          name="code"
          label={say("code")}
          help={say("codeHelp")}
          required
          maxLength={40}
          autoComplete="one-time-code"
        />
        <CheckboxField name="trust" label={say("trust")} help={say("trustHelp")} />
        <SubmitButton className="w-full">{say("signIn")}</SubmitButton>
      </PageForm>
      <p className="text-sm">
        <Link className="text-accent underline" to="/sign-in">
          {say("fromBeginning")}
        </Link>
      </p>
    </main>
  )
}

export { PageError as ErrorBoundary }
