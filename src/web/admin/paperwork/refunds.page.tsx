import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { shopDay } from "../../i18n/shop-day.ts"
import { useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { DataTable } from "../../ui/data-table.tsx"
import { DateField } from "../../ui/date-field.tsx"
import { TextField } from "../../ui/field.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Amount, Moment } from "../../ui/texts.tsx"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  const { after, limit } = readPage(args.request).page
  return servePage(args, async ({ api, me, newKey, now, shop }) => ({
    page: await api.payments.bankRefunds.list({ limit, ...(after ? { after } : {}) }),
    maySend: me.permissions.includes("payments.bank-refunds.write"),
    formKey: newKey(),
    today: shopDay({ shop, now }),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values, intent }) => {
    await services.withKey(key).payments.bankRefunds.send({
      id: intent.replace("sent:", ""),
      sentOn: values["sentOn"] ?? "",
      reference: values["reference"] ?? "",
    })
    return redirect("/admin/requests/refunds")
  })
}

type Refund = Awaited<ReturnType<typeof loader>>["page"]["items"][number]

export default function RefundsPage() {
  const say = useWords(words)
  const { page, maySend } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader title={say("refunds")} up={{ to: "/admin/requests", label: say("title") }} />
      <DataTable
        caption={say("refunds")}
        page={page}
        rowKey={(refund) => refund.id}
        empty={say("refundsNone")}
        emptyHelp={say("refundsHelp")}
        columns={[
          {
            key: "reference",
            label: say("refundFor"),
            cell: (refund) => (
              <Link className="text-accent break-all underline" to={`/admin/requests/${refund.reference}`}>
                {refund.reference}
              </Link>
            ),
          },
          { key: "cameBy", label: say("cameBy"), cell: (refund) => refund.cameBy, isWide: true },
          {
            key: "since",
            label: say("since"),
            cell: (refund) => <Moment at={refund.requestedAt} />,
            isWide: true,
          },
          {
            key: "amount",
            label: say("amount"),
            cell: (refund) => <Amount value={refund.amount} />,
            isNumber: true,
          },
          { key: "sent", label: say("sent"), cell: (refund) => (maySend ? <Sent refund={refund} /> : "–") },
        ]}
      />
    </Main>
  )
}

function Sent({ refund }: { refund: Refund }) {
  const say = useWords(words)
  const { formKey, today } = useLoaderData<typeof loader>()
  return (
    <ConfirmDialog
      label={say("sent")}
      title={say("sentTitle")}
      consequence={say("sentWhat")}
      intent={`sent:${refund.id}`}
      formKey={formKey}
      answer={useActionData<FormAnswer>()}
    >
      <DateField name="sentOn" label={say("sentOn")} defaultValue={today} max={today} required />
      <TextField name="reference" label={say("reference")} required maxLength={80} />
    </ConfirmDialog>
  )
}

export { PageError as ErrorBoundary }
