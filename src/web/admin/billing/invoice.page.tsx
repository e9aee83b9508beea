import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { words } from "../../ui/billing.words.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { TextField } from "../../ui/field.tsx"
import { InvoiceView } from "../../ui/invoice-view.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { LateFeeStanding } from "../fees/late-fee-standing.tsx"
import { nameLinked } from "../name-linked.ts"
import { words as ownWords } from "./invoice.words.ts"
import { PaperMails } from "./paper-mails.tsx"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async (services) => {
    const { api, me, newKey } = services
    const id = args.params["invoice"] ?? ""
    const may = (permission: string) => me.permissions.includes(permission)
    const invoice = await api.billing.invoices.get({ id })
    const isAbout = invoice.state === "open" && may("fees.charges.read")
    return {
      invoice,
      names: await nameLinked(services, [invoice.orderId]),
      lateFee: isAbout ? await api.fees.charges.get({ id }) : null,
      mayWaive: may("fees.charges.write"),
      mayReissue:
        (invoice.state === "paid" || invoice.state === "open") &&
        invoice.credited.minor === "0" &&
        may("billing.invoices.reissue"),
      mayWriteOff: may("billing.bad-debts.write"),
      mails: may("billing.papers.mail") ? (await api.billing.paperMails.list({ id })).items : null,
      mayReadMails: may("notifications.messages.read"),
      formKey: newKey(),
    }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values, intent }) => {
    const id = args.params["invoice"] ?? ""
    const { billing, fees } = services.withKey(key)
    const wish = { id, reason: values["reason"] ?? "" }
    if (intent === "mail") {
      await billing.paperMails.send({ id, creditNoteId: values["paper"] || undefined })
    } else if (intent === "waive") await fees.charges.waive(wish)
    else await billing.invoices.writeOff(wish)
    return redirect(`/admin/invoices/${id}`)
  })
}

export default function InvoicePage() {
  const say = useWords(words)
  const sayOwn = useWords(ownWords)
  const { invoice, names, mayReissue, mails, mayReadMails, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const order = invoice.orderId ? (
    <Link className="text-accent underline" to={`/admin/orders/${invoice.orderId}`}>
      {names[invoice.orderId] ?? say("open")}
    </Link>
  ) : (
    "–"
  )
  const customer = (
    <Link className="text-accent break-words underline" to={`/admin/customers/${invoice.accountId}`}>
      {invoice.accountName || say("open")}
    </Link>
  )
  return (
    <Main>
      <InvoiceView
        invoice={invoice}
        up="/admin/invoices"
        facts={[
          { label: say("account"), value: customer },
          { label: say("order"), value: order },
        ]}
      />
      {invoice.state === "open" ? <Owed /> : null}
      {mayReissue ? (
        <p>
          <ButtonLink look="secondary" to={`/admin/invoices/${invoice.id}/reissue`}>
            {sayOwn("reissue")}
          </ButtonLink>
        </p>
      ) : null}
      {mails ? (
        <PaperMails
          maySend={invoice.keptUntil === null}
          {...{ invoice, mails, mayReadMails, formKey, answer }}
        />
      ) : null}
    </Main>
  )
}

function Owed() {
  const say = useWords(ownWords)
  const { invoice, lateFee, mayWaive, mayWriteOff, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <div className="flex flex-wrap gap-2">
      <ButtonLink look="secondary" to={`/admin/requests/${invoice.requestId}`}>
        {say("seeRequest")}
      </ButtonLink>
      {mayWriteOff ? (
        <ConfirmDialog
          label={say("writeOff")}
          look="danger"
          title={say("writeOffTitle")}
          consequence={say("writeOffWhat")}
          intent="write-off"
          {...{ formKey, answer }}
        >
          <TextField name="reason" label={say("reason")} help={say("reasonHelp")} required maxLength={300} />
        </ConfirmDialog>
      ) : null}
      {lateFee ? <LateFeeStanding fee={lateFee} {...{ mayWaive, formKey, answer }} /> : null}
    </div>
  )
}

export { PageError as ErrorBoundary }
