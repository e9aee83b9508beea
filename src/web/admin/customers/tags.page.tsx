import {
  type ActionFunctionArgs,
  Link,
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
import { SelectField, TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { type Tag, TagBadge } from "./tag-badge.tsx"
import { words } from "./tags.words.ts"

const colors = ["grey", "blue", "green", "yellow", "red"] as const

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, newKey, me }) => ({
    tags: (await api.customers.tags.list()).items,
    canDefine: me.permissions.includes("customers.define"),
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, intent, key, values }) => {
    const { tags } = services.withKey(`${key}:${intent}`).customers
    const [act, id = ""] = intent.split(":")
    const wish = {
      name: values["name"] ?? "",
      color: colors.find((one) => one === values["color"]) ?? "grey",
    }
    if (act === "create") await tags.create(wish)
    if (act === "save") await tags.save({ id, ...wish })
    if (act === "remove") await tags.remove({ id })
    return redirect("/admin/customers/tags")
  })
}

export default function TagsPage() {
  const say = useWords(words)
  const language = useLanguage()
  const { tags, canDefine, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader title={say("title")} up={{ to: "/admin/customers", label: say("back") }}>
        {say("lead")}
      </PageHeader>
      <DataTable
        caption={say("caption")}
        page={{ items: tags, next: null }}
        rowKey={(tag) => tag.id}
        empty={say("none")}
        columns={[
          { key: "name", label: say("name"), cell: (tag) => <TagBadge tag={tag} /> },
          {
            key: "customers",
            label: say("customers"),
            isNumber: true,
            cell: (tag) => (
              <Link className="text-accent underline" to={`/admin/customers?tag=${tag.id}`}>
                {formatCount(tag.customers, language)}
              </Link>
            ),
          },
          {
            key: "acts",
            label: say("edit"),
            cell: (tag) => (canDefine ? <TagActs tag={tag} /> : "–"),
          },
        ]}
      />
      {canDefine ? (
        <Card title={say("add")}>
          <PageForm
            key={formKey}
            intent="create"
            formKey={formKey}
            answer={answer}
            className="flex flex-wrap items-end gap-3"
          >
            <TagFields />
            <SubmitButton>{say("create")}</SubmitButton>
          </PageForm>
        </Card>
      ) : null}
    </Main>
  )
}

function TagFields({ tag }: { tag?: Tag }) {
  const say = useWords(words)
  return (
    <>
      <TextField name="name" label={say("name")} defaultValue={tag?.name} required maxLength={40} />
      <SelectField name="color" label={say("color")} defaultValue={tag?.color ?? "grey"}>
        {colors.map((color) => (
          <option key={color} value={color}>
            {say(`color.${color}`)}
          </option>
        ))}
      </SelectField>
    </>
  )
}

function TagActs({ tag }: { tag: Tag }) {
  const say = useWords(words)
  const { formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const language = useLanguage()
  const { name, customers: count } = tag
  return (
    <span className="flex flex-wrap gap-2">
      <ConfirmDialog
        label={say("edit")}
        title={say("editTitle", { name })}
        consequence={say("editWhat")}
        intent={`save:${tag.id}`}
        {...{ formKey, answer }}
      >
        <TagFields tag={tag} />
      </ConfirmDialog>
      <ConfirmDialog
        label={say("remove")}
        look="danger"
        title={say("removeTitle", { name })}
        consequence={say("removeWhat", { count, shown: formatCount(count, language) })}
        intent={`remove:${tag.id}`}
        {...{ formKey, answer }}
      />
    </span>
  )
}

export { PageError as ErrorBoundary }
