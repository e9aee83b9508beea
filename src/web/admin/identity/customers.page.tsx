import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirectDocument,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { impersonationCookie } from "../../impersonation-cookie.ts"
import { readPage, textFilter } from "../../page-input.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { DataTable } from "../../ui/data-table.tsx"
import { TextareaField } from "../../ui/field.tsx"
import { Filters, FilterText } from "../../ui/filters.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Moment } from "../../ui/texts.tsx"
import { withCookies } from "../../with-cookies.ts"
import { words } from "./customers.words.ts"

export function loader(args: LoaderFunctionArgs) {
  const { search, page } = readPage(args.request)
  return servePage(args, async ({ api, me, newKey }) => ({
    page: await api.identity.accounts.list({ ...page, search: textFilter(search, "search") }),
    canAct: me.permissions.includes("identity.impersonations.write"),
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, intent, key, values }) => {
    const accountId = intent.split(":")[1] ?? ""
    const { impersonations } = services.withKey(`${key}:${intent}`).identity
    const { id } = await impersonations.start({ accountId, reason: values["reason"] ?? "" })
    return redirectDocument("/portal", withCookies([impersonationCookie(id, args.request)]))
  })
}

export default function CustomersPage() {
  const say = useWords(words)
  const { page, canAct, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader title={say("title")}>{say("lead")}</PageHeader>
      <Filters exportPath="/admin/export/customers">
        <FilterText name="search" label={say("search")} />
      </Filters>
      <DataTable
        caption={say("caption")}
        page={page}
        rowKey={(account) => account.id}
        empty={say("none")}
        columns={[
          { key: "name", label: say("name"), cell: (account) => account.name },
          { key: "email", label: say("email"), cell: (account) => account.email, isWide: true },
          { key: "country", label: say("country"), cell: (account) => account.country, isWide: true },
          {
            key: "since",
            label: say("since"),
            cell: (account) => <Moment at={account.createdAt} />,
            isWide: true,
          },
          {
            key: "act",
            label: say("act"),
            cell: (account) =>
              canAct ? (
                <ConfirmDialog
                  label={say("act")}
                  title={say("actTitle", { name: account.name })}
                  consequence={say("actWhat")}
                  intent={`act:${account.id}`}
                  {...{ formKey, answer }}
                >
                  <TextareaField
                    name="reason"
                    label={say("reason")}
                    help={say("reasonHelp")}
                    required
                    maxLength={500}
                  />
                </ConfirmDialog>
              ) : (
                "–"
              ),
          },
        ]}
      />
    </Main>
  )
}

export { PageError as ErrorBoundary }
