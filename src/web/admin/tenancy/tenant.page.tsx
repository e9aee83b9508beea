import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { languageNames } from "../../i18n/languages.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { Card, FactList } from "../../ui/card.tsx"
import { formatCountry } from "../../ui/country-name.ts"
import { TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Code, Moment } from "../../ui/texts.tsx"
import { SuspensionCard } from "./suspension-card.tsx"
import { TenantState } from "./tenant-state.tsx"
import type { Tenant } from "./tenants.ts"
import { words } from "./tenants.words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, me, newKey }) => ({
    tenant: await api.tenancy.tenants.get({ id: args.params["tenant"] ?? "" }),
    canWrite: me.permissions.includes("tenancy.tenants.write"),
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  const id = args.params["tenant"] ?? ""
  return serveForm(args, async ({ services, intent, key, values }) => {
    const { tenants } = services.withKey(`${key}:${intent}`).tenancy
    if (intent === "suspend") {
      const closure = values["closure"] === "closed" ? "closed" : "read_only"
      await tenants.suspend({ id, reason: values["reason"] ?? "", closure })
    }
    if (intent === "resume") await tenants.resume({ id })
    if (intent === "invite") await tenants.inviteOperator({ id, email: (values["email"] ?? "").trim() })
    return redirect(`/admin/tenants/${id}`)
  })
}

export default function TenantPage() {
  const say = useWords(words)
  const { tenant, canWrite, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader
        title={tenant.name}
        up={{ to: "/admin/tenants", label: say("back") }}
        aside={<TenantState state={tenant.state} />}
        actions={
          <>
            <ButtonLink look="secondary" to={`/admin/tenants/${tenant.id}/brand`}>
              {say("brand")}
            </ButtonLink>
            <ButtonLink look="secondary" icon="open" to={tenant.url} isDocument>
              {say("visit")}
            </ButtonLink>
          </>
        }
      />
      <TenantFacts tenant={tenant} />
      {tenant.staff === 0 && canWrite ? (
        <Card title={say("inviteTitle")}>
          <p className="text-muted text-sm">{say("noOperator")}</p>
          <PageForm intent="invite" formKey={formKey} answer={answer}>
            <TextField name="email" type="email" label={say("email")} required maxLength={254} />
            <SubmitButton>{say("invite")}</SubmitButton>
          </PageForm>
        </Card>
      ) : null}
      <SuspensionCard {...{ tenant, canWrite, formKey, answer }} />
    </Main>
  )
}

function TenantFacts({ tenant }: { tenant: Tenant }) {
  const say = useWords(words)
  const language = useLanguage()
  return (
    <Card>
      <FactList
        facts={[
          { label: say("address"), value: tenant.url },
          { label: say("hosts"), value: tenant.hosts.join(", ") },
          { label: say("shortName"), value: <Code>{tenant.slug}</Code> },
          { label: say("languages"), value: languageNames[tenant.defaultLanguage] },
          { label: say("currency"), value: tenant.currencies.join(", ") },
          { label: say("timeZone"), value: tenant.timeZone },
          { label: say("country"), value: formatCountry(tenant.country, language) },
          { label: say("staff"), value: tenant.staff },
          { label: say("accounts"), value: tenant.accounts },
          { label: say("services"), value: tenant.services },
          { label: say("since"), value: <Moment at={tenant.createdAt} /> },
        ]}
      />
    </Card>
  )
}

export { PageError as ErrorBoundary }
