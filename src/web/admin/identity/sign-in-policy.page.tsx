import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { CheckboxField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "./sign-in-policy.words.ts"

export function loader(args: LoaderFunctionArgs) {
  const isSaved = new URL(args.request.url).searchParams.has("saved")
  return servePage(args, async ({ api, newKey }) => ({
    policy: await api.identity.policy.get(),
    isSaved,
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values }) => {
    await services.withKey(key).identity.policy.save({
      needsPrivacyTick: values["needsPrivacyTick"] === "yes",
      allowsMagicLinks: values["allowsMagicLinks"] === "yes",
    })
    return redirect("/admin/settings/sign-in?saved=yes")
  })
}

export default function SignInPolicyPage() {
  const say = useWords(words)
  const { policy, isSaved, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader title={say("title")} up={{ to: "/admin/settings", label: say("toSettings") }}>
        {say("lead")}
      </PageHeader>
      <p>
        <Link className="text-accent underline" to="/admin/staff/sign-ins">
          {say("elsewhere")}
        </Link>
      </p>
      {isSaved && !answer ? <Banner tone="good">{say("saved")}</Banner> : null}
      <PageForm intent="save" formKey={formKey} answer={answer} className="max-w-2xl space-y-4">
        {(["needsPrivacyTick", "allowsMagicLinks"] as const).map((name) => (
          <CheckboxField
            key={name}
            name={name}
            label={say(name)}
            help={say(`${name}Help`)}
            defaultChecked={policy[name]}
          />
        ))}
        <SubmitButton>{say("save")}</SubmitButton>
      </PageForm>
    </Main>
  )
}

export { PageError as ErrorBoundary }
