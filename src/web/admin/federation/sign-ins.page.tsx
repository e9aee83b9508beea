import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import type { ApiClient } from "../../api-context.ts"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { Card, FactList } from "../../ui/card.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { CheckboxField, SelectField, TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Code } from "../../ui/texts.tsx"
import { words } from "./words.ts"

type Provider = Awaited<ReturnType<ApiClient["federation"]["providers"]["list"]>>["items"][number]

const kinds = ["google", "github", "kakao", "naver", "oidc"] as const

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, newKey }) => ({
    ...(await api.federation.providers.list()),
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, intent, key, values }) => {
    const { providers } = services.withKey(`${key}:${intent}`).federation
    const [act, id = ""] = intent.split(":")
    const wish = {
      name: values["name"] ?? "",
      clientId: values["clientId"] ?? "",
      secret: values["client-secret"] || undefined,
      baseUrl: values["baseUrl"] || undefined,
      apiUrl: values["apiUrl"] || undefined,
      isOn: values["isOn"] === "yes",
    }
    const kind = kinds.find((one) => one === values["kind"]) ?? "oidc"
    if (act === "save") await providers.save({ ...wish, id })
    else await providers.create({ ...wish, kind })
    return redirect("/admin/staff/sign-ins")
  })
}

export default function SignInsPage() {
  const say = useWords(words)
  const { items, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const open = kinds.filter((kind) => kind === "oidc" || !items.some((one) => one.kind === kind))
  return (
    <Main>
      <PageHeader title={say("title")} up={{ to: "/admin/staff", label: say("toStaff") }}>
        {say("lead")}
      </PageHeader>
      {items.length === 0 ? <EmptyState title={say("none")}>{say("noneWhat")}</EmptyState> : null}
      {items.map((provider) => (
        <ProviderCard key={provider.id} {...{ provider, formKey, answer }} />
      ))}
      <Card title={say("add")}>
        <PageForm intent="create" {...{ formKey, answer }}>
          <SelectField name="kind" label={say("kind")}>
            {open.map((kind) => (
              <option key={kind} value={kind}>
                {say(kind)}
              </option>
            ))}
          </SelectField>
          <ProviderFields />
          <SubmitButton>{say("add")}</SubmitButton>
        </PageForm>
      </Card>
    </Main>
  )
}

interface ProviderCardProps {
  readonly provider: Provider
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

function ProviderCard({ provider, formKey, answer }: ProviderCardProps) {
  const say = useWords(words)
  const { id, kind, name, isOn, returnAddress, people } = provider
  return (
    <Card title={name}>
      <p className="flex flex-wrap gap-2">
        <Badge tone={isOn ? "good" : "neutral"}>{say(isOn ? "on" : "off")}</Badge>
        <Badge tone="neutral">{say("people", { count: people })}</Badge>
      </p>
      <FactList
        facts={[
          { label: say("kind"), value: say(kind) },
          { label: say("returnAddress"), value: <Code>{returnAddress}</Code> },
        ]}
      />
      {kind === "naver" ? <p className="text-muted text-sm">{say("naverNote")}</p> : null}
      <PageForm intent={`save:${id}`} {...{ formKey, answer }}>
        <ProviderFields provider={provider} />
        <SubmitButton>{say("save")}</SubmitButton>
      </PageForm>
    </Card>
  )
}

function ProviderFields({ provider }: { readonly provider?: Provider }) {
  const say = useWords(words)
  return (
    <>
      <TextField name="name" label={say("name")} required maxLength={40} defaultValue={provider?.name} />
      <TextField
        name="clientId"
        label={say("clientId")}
        required
        maxLength={300}
        autoComplete="off"
        defaultValue={provider?.clientId}
      />
      <TextField
        name="client-secret"
        type="password"
        label={say("secret")}
        help={provider ? say("secretStays") : undefined}
        required={provider === undefined}
        autoComplete="off"
      />
      <TextField
        name="baseUrl"
        type="url"
        label={say("baseUrl")}
        help={say("baseUrlHelp")}
        defaultValue={provider?.baseUrl ?? undefined}
      />
      <TextField
        name="apiUrl"
        type="url"
        label={say("apiUrl")}
        defaultValue={provider?.apiUrl ?? undefined}
      />
      <CheckboxField name="isOn" label={say("isOn")} defaultChecked={provider?.isOn ?? true} />
    </>
  )
}

export { PageError as ErrorBoundary }
