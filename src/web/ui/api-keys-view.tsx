import { lazy } from "react"
import { useWords } from "../i18n/use-words.ts"
import type { FormAnswer } from "../serve-page.ts"
import type { ApiKey, loadApiKeys } from "./api-keys.ts"
import { words } from "./api-keys.words.ts"
import { Badge } from "./badge.tsx"
import { Banner } from "./banner.tsx"
import { Card } from "./card.tsx"
import { ConfirmDialog } from "./confirm-dialog.tsx"
import { CopyButton } from "./copy-button.tsx"
import { DataTable } from "./data-table.tsx"
import { SelectField, TextareaField, TextField } from "./field.tsx"
import { PageForm, SubmitButton } from "./form.tsx"
import { Main } from "./main.tsx"
import { PageHeader } from "./page-header.tsx"
import { Code, Moment } from "./texts.tsx"

export type ApiKeysAnswer = FormAnswer | { readonly secret: string | null } | undefined

/** No boundary around it: the server waits for it, and without scripts it is all there. */
const PermissionChoice = lazy(() =>
  import("./permission-choice.tsx").then((module) => ({ default: module.PermissionChoice })),
)

export interface ApiKeysViewProps {
  readonly data: Awaited<ReturnType<typeof loadApiKeys>>
  readonly answer: ApiKeysAnswer
}

export function ApiKeysView({ data, answer }: ApiKeysViewProps) {
  const say = useWords(words)
  const refused = answer && "problem" in answer ? answer : undefined
  const secret = answer && "secret" in answer ? answer.secret : null
  return (
    <Main>
      <PageHeader title={say("title")}>{say("lead", { holder: data.holder ?? say("shop") })}</PageHeader>
      {secret ? <NewSecret secret={secret} /> : null}
      <KeyTable data={data} answer={refused} />
      {data.canWrite ? <MakeKey data={data} answer={refused} /> : null}
    </Main>
  )
}

function NewSecret({ secret }: { secret: string }) {
  const say = useWords(words)
  return (
    <Banner tone="good">
      <p className="font-semibold">{say("secretTitle")}</p>
      <p className="flex flex-wrap items-center gap-1 py-2">
        <Code>{secret}</Code>
        <CopyButton text={secret} label={say("secretTitle")} />
      </p>
      <p>{say("secretWhat")}</p>
    </Banner>
  )
}

interface Refused {
  readonly data: ApiKeysViewProps["data"]
  readonly answer: FormAnswer | undefined
}

function KeyTable({ data, answer }: Refused) {
  const say = useWords(words)
  return (
    <DataTable
      caption={say("caption")}
      page={data.page}
      rowKey={(key) => key.id}
      empty={say("none")}
      columns={[
        { key: "name", label: say("name"), cell: (key) => key.name },
        { key: "start", label: say("start"), cell: (key) => <Code>{key.start}</Code> },
        {
          key: "scopes",
          label: say("scopes"),
          cell: (key) => (
            <details>
              <summary className="text-accent w-fit underline">{key.scopes.length}</summary>
              {[...key.scopes, ...key.networks].join(", ")}
            </details>
          ),
          isWide: true,
        },
        {
          key: "lastUsed",
          label: say("lastUsed"),
          cell: (key) => (key.lastUsedAt ? <Moment at={key.lastUsedAt} /> : say("never")),
          isWide: true,
        },
        {
          key: "expires",
          label: say("expires"),
          cell: (key) => (key.expiresAt ? <Moment at={key.expiresAt} /> : say("never")),
          isWide: true,
        },
        {
          key: "state",
          label: say("state"),
          cell: (key) =>
            isOver(key, data.now) ? (
              <Badge tone="neutral">{say("ended")}</Badge>
            ) : data.canWrite ? (
              <div className="flex flex-wrap items-center gap-2">
                <Badge tone="good">{say("active")}</Badge>
                <KeyActions apiKey={key} formKey={data.formKey} answer={answer} />
              </div>
            ) : (
              <Badge tone="good">{say("active")}</Badge>
            ),
        },
      ]}
    />
  )
}

function isOver(key: ApiKey, now: string): boolean {
  return key.revokedAt !== null || (key.expiresAt !== null && key.expiresAt <= now)
}

function KeyActions({
  apiKey,
  formKey,
  answer,
}: {
  apiKey: ApiKey
  formKey: string
  answer: FormAnswer | undefined
}) {
  const say = useWords(words)
  const { id, name } = apiKey
  return (
    <div className="flex flex-wrap gap-2">
      <ConfirmDialog
        label={say("rotate")}
        title={say("rotateTitle", { name })}
        consequence={say("rotateWhat")}
        intent={`rotate:${id}`}
        {...{ formKey, answer }}
      >
        <SelectField name="overlapHours" label={say("overlap")} defaultValue="24">
          {["0", "1", "24", "72", "168"].map((hours) => (
            <option key={hours}>{hours}</option>
          ))}
        </SelectField>
      </ConfirmDialog>
      <ConfirmDialog
        look="danger"
        label={say("revoke")}
        title={say("revokeTitle", { name })}
        consequence={say("revokeWhat")}
        intent={`revoke:${id}`}
        {...{ formKey, answer }}
      />
    </div>
  )
}

function MakeKey({ data, answer }: Refused) {
  const say = useWords(words)
  return (
    <Card title={say("make")}>
      <PageForm intent="make" formKey={data.formKey} answer={answer}>
        <TextField name="name" label={say("name")} required maxLength={80} autoComplete="off" />
        <fieldset>
          <legend className="pb-1 text-sm font-medium">{say("scopes")}</legend>
          <PermissionChoice permissions={data.scopes} />
        </fieldset>
        <TextField name="days" label={say("days")} help={say("daysHelp")} type="number" min={1} max={730} />
        <TextareaField name="networks" label={say("networks")} help={say("networksHelp")} />
        <SubmitButton>{say("make")}</SubmitButton>
      </PageForm>
    </Card>
  )
}
