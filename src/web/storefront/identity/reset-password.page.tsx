import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from "react-router"
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
  return { token: new URL(request.url).searchParams.get("token") ?? "" }
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, values }) => {
    return services.api.identity.passwords.reset({
      token: values["token"] ?? "",
      password: values["password"] ?? "",
    })
  })
}

type Answer = FormAnswer | { readonly email: string }

export default function ResetPasswordPage() {
  const say = useWords(words)
  const { token } = useLoaderData<typeof loader>()
  const answer = useActionData<Answer>()
  return (
    <main id="content" className="mx-auto w-full max-w-md space-y-6 px-4 py-16">
      <PageHeader title={say("resetTitle")} />
      {answer && "email" in answer ? (
        <>
          <Banner tone="good">{say("resetDone")}</Banner>
          <ButtonLink to="/sign-in">{say("toSignIn")}</ButtonLink>
        </>
      ) : (
        <PageForm intent="reset" answer={answer && "problem" in answer ? answer : undefined}>
          <p>{say("resetWhat")}</p>
          <input type="hidden" name="token" value={token} />
          <TextField
            name="password"
            label={say("newPassword")}
            help={say("passwordHelp")}
            type="password"
            required
            minLength={12}
            maxLength={128}
            autoComplete="new-password"
          />
          <SubmitButton className="w-full">{say("setPassword")}</SubmitButton>
          <p className="text-sm">
            <Link className="text-accent underline" to="/forgot-password">
              {say("anotherLink")}
            </Link>
          </p>
        </PageForm>
      )}
    </main>
  )
}

export { PageError as ErrorBoundary }
