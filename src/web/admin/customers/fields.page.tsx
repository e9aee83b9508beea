import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { formatCount } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { DataTable } from "../../ui/data-table.tsx"
import { CheckboxField, SelectField, TextareaField, TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import type { Field } from "./customer-fields.tsx"
import { words } from "./fields.words.ts"

const kinds = ["text", "number", "date", "choice", "yes_no"] as const

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, me, newKey }) => ({
    fields: (await api.customers.fields.list()).items,
    canDefine: me.permissions.includes("customers.define"),
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, intent, key, values }) => {
    const { fields } = services.withKey(`${key}:${intent}`).customers
    const [act, id = ""] = intent.split(":")
    const wish = {
      name: values["name"] ?? "",
      choices: (values["choices"] ?? "")
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter(Boolean),
      isListed: values["isListed"] === "yes",
    }
    if (act === "create") {
      await fields.create({ ...wish, kind: kinds.find((one) => one === values["kind"]) ?? "text" })
    }
    if (act === "save") await fields.save({ id, ...wish })
    if (act === "remove") await fields.remove({ id })
    return redirect("/admin/customers/fields")
  })
}

export default function FieldsPage() {
  const say = useWords(words)
  const language = useLanguage()
  const { fields, canDefine, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader title={say("title")} up={{ to: "/admin/customers", label: say("back") }}>
        {say("lead")}
      </PageHeader>
      <DataTable
        caption={say("caption")}
        page={{ items: fields, next: null }}
        rowKey={(field) => field.id}
        empty={say("none")}
        columns={[
          { key: "name", label: say("name"), cell: (field) => field.name },
          { key: "kind", label: say("kind"), cell: (field) => say(`kind.${field.kind}`) },
          {
            key: "choices",
            label: say("choices"),
            cell: (field) => field.choices.join(", ") || "–",
            isWide: true,
          },
          {
            key: "listed",
            label: say("listed"),
            cell: (field) => (field.isListed ? "✓" : "–"),
            isWide: true,
          },
          {
            key: "customers",
            label: say("customers"),
            cell: (field) => formatCount(field.customers, language),
            isNumber: true,
          },
          {
            key: "acts",
            label: say("edit"),
            cell: (field) => (canDefine ? <FieldActs field={field} /> : "–"),
          },
        ]}
      />
      {canDefine ? (
        <Card title={say("add")}>
          <PageForm key={formKey} intent="create" formKey={formKey} answer={answer}>
            <SelectField name="kind" label={say("kind")} defaultValue="text">
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {say(`kind.${kind}`)}
                </option>
              ))}
            </SelectField>
            <FieldFields />
            <SubmitButton>{say("create")}</SubmitButton>
          </PageForm>
        </Card>
      ) : null}
    </Main>
  )
}

function FieldFields({ field }: { field?: Field }) {
  const say = useWords(words)
  return (
    <>
      <TextField name="name" label={say("name")} defaultValue={field?.name} required maxLength={60} />
      {field && field.kind !== "choice" ? null : (
        <TextareaField
          name="choices"
          label={say("choices")}
          help={say("choicesHelp")}
          defaultValue={field?.choices.join("\n")}
        />
      )}
      <CheckboxField name="isListed" label={say("isListed")} defaultChecked={field?.isListed ?? false} />
    </>
  )
}

function FieldActs({ field }: { field: Field }) {
  const say = useWords(words)
  const { formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const language = useLanguage()
  const { name, customers: count } = field
  return (
    <span className="flex flex-wrap gap-2">
      <ConfirmDialog
        label={say("edit")}
        title={say("editTitle", { name })}
        consequence={say("editWhat")}
        intent={`save:${field.id}`}
        {...{ formKey, answer }}
      >
        <FieldFields field={field} />
      </ConfirmDialog>
      <ConfirmDialog
        label={say("remove")}
        look="danger"
        title={say("removeTitle", { name })}
        consequence={say("removeWhat", { count, shown: formatCount(count, language) })}
        intent={`remove:${field.id}`}
        {...{ formKey, answer }}
      />
    </span>
  )
}

export { PageError as ErrorBoundary }
