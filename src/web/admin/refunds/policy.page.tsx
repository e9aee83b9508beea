import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { Card } from "../../ui/card.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { PolicyFields } from "./policy-fields.tsx"
import { readPolicy } from "./read-policy.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  const isSaved = new URL(args.request.url).searchParams.has("saved")
  return servePage(args, async ({ api, me, shop, newKey }) => ({
    policy: await api.billing.refundPolicy.get(),
    currencies: shop.currencies,
    canWrite: me.permissions.includes("billing.refund-policy.write"),
    isSaved,
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values }) => {
    await services.withKey(key).billing.refundPolicy.save(readPolicy(values, services.shop.currencies))
    return redirect("/admin/settings/refunds?saved=yes")
  })
}

export default function RefundPolicyPage() {
  const say = useWords(words)
  const { policy, currencies, canWrite, isSaved, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader title={say("title")} up={{ to: "/admin/settings", label: say("toSettings") }}>
        {say("lead")}
      </PageHeader>
      {isSaved ? <Banner tone="good">{say("saved")}</Banner> : null}
      <Card>
        <p className="text-muted text-sm">{say(`source.${policy.source}`)}</p>
        <PageForm key={formKey} intent="save" formKey={formKey} answer={answer} className="space-y-4">
          <PolicyFields {...{ policy, currencies }} />
          {canWrite ? <SubmitButton>{say("save")}</SubmitButton> : null}
        </PageForm>
      </Card>
    </Main>
  )
}

export { PageError as ErrorBoundary }
