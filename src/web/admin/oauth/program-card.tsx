import { useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { Card, FactList } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { CheckboxField, SelectField, TextareaField, TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Code, Moment } from "../../ui/texts.tsx"
import { type Client, scopeNames } from "./programs.ts"
import { words } from "./words.ts"

interface FormParts {
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

export function ProgramCard({
  client,
  canWrite,
  ...form
}: FormParts & { readonly client: Client; readonly canWrite: boolean }) {
  const say = useWords(words)
  const { id, name, kind, secrets, people, createdAt, endedAt } = client
  return (
    <Card title={name}>
      {endedAt ? <Badge tone="neutral">{say("ended")}</Badge> : null}
      <FactList
        facts={[
          { label: say("clientId"), value: <Code>{id}</Code> },
          { label: say("kind"), value: say(kind) },
          { label: say("redirectUris"), value: <Lines lines={client.redirectUris} /> },
          {
            label: say("secrets"),
            value: secrets.map(({ start, expiresAt }) => (
              <span key={start} className="block">
                <Code>{`${start}…`}</Code>{" "}
                {expiresAt ? (
                  <span className="text-muted">
                    {say("until")} <Moment at={expiresAt} />
                  </span>
                ) : null}
              </span>
            )),
          },
          { label: say("people"), value: say("peopleCount", { count: people }) },
          { label: say("since"), value: <Moment at={createdAt} /> },
        ]}
      />
      {canWrite && endedAt === null ? <ProgramActions {...{ client, ...form }} /> : null}
    </Card>
  )
}

function ProgramActions({ client, formKey, answer }: FormParts & { readonly client: Client }) {
  const say = useWords(words)
  const { id, name, kind } = client
  return (
    <>
      <details open={answer?.intent === `save:${id}`}>
        <summary className="text-accent w-fit cursor-pointer underline">{say("change")}</summary>
        <PageForm intent={`save:${id}`} {...{ formKey, answer }} className="space-y-4 pt-4">
          <ProgramFields client={client} />
          <SubmitButton>{say("save")}</SubmitButton>
        </PageForm>
      </details>
      <div className="flex flex-wrap gap-2">
        {kind === "confidential" ? (
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
        ) : null}
        <ConfirmDialog
          look="danger"
          label={say("end")}
          title={say("endTitle", { name })}
          consequence={say("endWhat")}
          intent={`end:${id}`}
          {...{ formKey, answer }}
        />
      </div>
    </>
  )
}

/** Long, and needed once per program: in the way only where there is none yet. */
export function RegisterProgram({ isFirst, formKey, answer }: FormParts & { readonly isFirst: boolean }) {
  const say = useWords(words)
  return (
    <Card>
      <details open={isFirst || answer?.intent === "register"}>
        <summary className="cursor-pointer text-sm font-semibold">{say("register")}</summary>
        <PageForm intent="register" {...{ formKey, answer }} className="space-y-4 pt-4">
          <SelectField name="kind" label={say("kind")} defaultValue="confidential">
            <option value="confidential">{say("confidential")}</option>
            <option value="public">{say("public")}</option>
          </SelectField>
          <ProgramFields />
          <SubmitButton>{say("register")}</SubmitButton>
        </PageForm>
      </details>
    </Card>
  )
}

function ProgramFields({ client }: { readonly client?: Client }) {
  const say = useWords(words)
  const text = (lines: readonly string[] | undefined) => lines?.join("\n")
  return (
    <>
      <TextField
        name="name"
        label={say("name")}
        help={say("nameHelp")}
        required
        maxLength={80}
        autoComplete="off"
        defaultValue={client?.name}
      />
      <TextField
        name="homeUrl"
        type="url"
        label={say("homeUrl")}
        defaultValue={client?.homeUrl ?? undefined}
      />
      <TextareaField
        name="redirectUris"
        label={say("redirectUris")}
        help={say("redirectHelp")}
        required
        defaultValue={text(client?.redirectUris)}
      />
      <TextareaField
        name="postLogoutRedirectUris"
        label={say("postLogout")}
        defaultValue={text(client?.postLogoutRedirectUris)}
      />
      <TextField
        name="backchannelLogoutUri"
        label={say("backchannel")}
        help={say("backchannelHelp")}
        defaultValue={client?.backchannelLogoutUri ?? undefined}
      />
      <fieldset className="space-y-2">
        <legend className="pb-1 text-sm font-medium">{say("scopes")}</legend>
        {scopeNames.map((name) => (
          <CheckboxField
            key={name}
            name={`scope:${name}`}
            label={say(name)}
            defaultChecked={client ? client.scopes.includes(name) : firstScopes.includes(name)}
          />
        ))}
      </fieldset>
    </>
  )
}

/** What nearly every program needs. */
const firstScopes: readonly string[] = ["openid", "profile", "email"]

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return lines.map((line) => (
    <span key={line} className="block break-all">
      {line}
    </span>
  ))
}
