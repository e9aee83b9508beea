import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Card } from "../../ui/card.tsx"
import { DataTable } from "../../ui/data-table.tsx"
import { TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Moment } from "../../ui/texts.tsx"
import { words } from "./import.words.ts"

export function loader(args: LoaderFunctionArgs) {
  const { page } = readPage(args.request)
  return servePage(args, async ({ api, newKey }) => ({
    page: await api.customers.imports.list(page),
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, files }) => {
    const file = files["file"] ?? new File([], "none")
    const { id } = await services.withKey(key).customers.imports.preview({ file })
    return redirect(`/admin/customers/import/${id}`)
  })
}

export default function ImportPage() {
  const say = useWords(words)
  const { page, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader title={say("title")} up={{ to: "/admin/customers", label: say("back") }}>
        {say("lead")}
      </PageHeader>
      <Card>
        <PageForm isUpload intent="read" formKey={formKey} answer={answer}>
          <TextField
            name="file"
            label={say("file")}
            help={say("fileHelp")}
            type="file"
            accept=".csv,text/csv"
            required
          />
          <SubmitButton>{say("read")}</SubmitButton>
        </PageForm>
      </Card>
      <DataTable
        caption={say("earlier")}
        page={page}
        rowKey={(row) => row.id}
        empty={say("none")}
        columns={[
          {
            key: "file",
            label: say("fileName"),
            cell: (row) => (
              <Link
                className="text-accent wrap-break-word underline"
                to={`/admin/customers/import/${row.id}`}
              >
                {row.fileName}
              </Link>
            ),
          },
          { key: "state", label: say("state"), cell: (row) => say(`state.${row.state}`) },
          { key: "created", label: say("created"), cell: (row) => row.createdCount, isNumber: true },
          { key: "wrong", label: say("wrong"), cell: (row) => row.counts.wrong, isNumber: true },
          { key: "by", label: say("by"), cell: (row) => row.startedBy, isWide: true },
          { key: "at", label: say("at"), cell: (row) => <Moment at={row.createdAt} />, isWide: true },
        ]}
      />
    </Main>
  )
}

export { PageError as ErrorBoundary }
