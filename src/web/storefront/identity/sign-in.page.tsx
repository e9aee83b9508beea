import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirectDocument,
  useActionData,
  useLoaderData,
} from "react-router"
import { apiContext, type Me } from "../../api-context.ts"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, localPath, serveForm } from "../../serve-page.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { withCookies } from "../../with-cookies.ts"
import { words } from "./words.ts"

export function headers() {
  return { "cache-control": "no-store" }
}

export function loader({ context, request }: LoaderFunctionArgs) {
  const { me } = context.get(apiContext)
  return { to: destination(request, me), name: me.person?.name ?? null }
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, values }) => {
    const { cookies, me } = await services.signIn({
      email: values["email"] ?? "",
      password: values["password"] ?? "",
    })
    return redirectDocument(destination(args.request, me), withCookies(cookies))
  })
}

/** Where they were going; else staff to the admin, customers to their services. */
function destination(request: Request, me: Me): string {
  const home = me.role === "operator" ? "/admin" : "/portal"
  return localPath(new URL(request.url).searchParams.get("to"), home)
}

export default function SignInPage() {
  const say = useWords(words)
  const { to, name } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <main id="content" className="mx-auto w-full max-w-sm space-y-6 px-4 py-16">
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
      <ul className="space-y-2 text-sm">
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
