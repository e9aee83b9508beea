import type { ReactNode } from "react"
import { Link } from "react-router"
import type { z } from "zod"
import type { invoiceDetailShape } from "#billing/contract"
import { formatAmount, formatDay } from "../i18n/format.ts"
import { useLanguage, useWords } from "../i18n/use-words.ts"
import { Banner } from "./banner.tsx"
import { words } from "./billing.words.ts"
import { ButtonLink } from "./button.tsx"
import { Card, type Fact, FactList } from "./card.tsx"
import { PageHeader } from "./page-header.tsx"
import { PeriodText } from "./period-text.tsx"
import { StateBadge } from "./state-badge.tsx"
import { Sums } from "./sums.tsx"
import { Amount, Day, Moment } from "./texts.tsx"

type Invoice = z.output<typeof invoiceDetailShape>
type Line = Invoice["lines"][number]

/** One invoice, the same for its buyer and for staff. */
export interface InvoiceViewProps {
  readonly invoice: Invoice
  /** The list that it belongs to. */
  readonly up: string
  readonly facts?: readonly Fact[]
  /** Before the paper itself. */
  readonly actions?: ReactNode
}

export function InvoiceView({ invoice, up, facts = [], actions }: InvoiceViewProps) {
  const say = useWords(words)
  const language = useLanguage()
  return (
    <>
      <PageHeader
        title={say("invoiceTitle", { number: invoice.number })}
        up={{ to: up, label: say("title") }}
        aside={<StateBadge kind="invoice" state={invoice.standing} dueOn={invoice.dueOn} />}
        actions={
          <>
            {actions}
            {invoice.keptUntil === null ? (
              <ButtonLink to={`/invoices/${invoice.id}/pdf`} look="secondary" isDocument>
                {say("download")}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      {invoice.keptUntil === null ? null : (
        <Banner tone="neutral">{say("keptByLaw", { until: formatDay(invoice.keptUntil, language) })}</Banner>
      )}
      <div className="grid gap-6 md:grid-cols-3">
        <Card title={say("facts")}>
          <FactList
            facts={[
              { label: say("issuedOn"), value: <Day on={invoice.issuedOn} /> },
              ...(invoice.dueOn ? [{ label: say("dueOn"), value: <Day on={invoice.dueOn} /> }] : []),
              ...(invoice.state === "open"
                ? [{ label: say("left"), value: <Amount value={invoice.left} /> }]
                : [{ label: say("paidAt"), value: <Moment at={invoice.paidAt} /> }]),
              ...(["replaces", "replacedBy"] as const).flatMap((way) => {
                const other = invoice[way]
                if (!other) return []
                const link = (
                  <Link className="text-accent underline" to={`${up}/${other.id}`}>
                    {other.number}
                  </Link>
                )
                return [{ label: say(way), value: link }]
              }),
              ...(invoice.purchaseOrder
                ? [{ label: say("purchaseOrder"), value: invoice.purchaseOrder }]
                : []),
              ...facts,
            ]}
          />
        </Card>
        <Party title={say("seller")} party={invoice.seller} />
        <Party title={say("buyer")} party={invoice.buyer} />
      </div>
      <Card title={say("lines")}>
        <ul className="divide-line divide-y">
          {invoice.lines.map((line) => (
            <InvoiceLine key={line.id} line={line} />
          ))}
        </ul>
        <Sums of={invoice} />
        {invoice.note ? <p className="text-sm break-words whitespace-pre-wrap">{invoice.note}</p> : null}
      </Card>
      {invoice.creditNotes.length > 0 ? <CreditNotes invoice={invoice} /> : null}
    </>
  )
}

interface PartyFacts {
  readonly name: string
  readonly addressLines: readonly string[]
  readonly taxId: string | null
}

function Party({ title, party }: { title: string; party: PartyFacts }) {
  const say = useWords(words)
  return (
    <Card title={title}>
      <address className="text-sm not-italic">
        <span className="font-medium">{party.name}</span>
        {party.addressLines.map((line) => (
          <span key={line} className="block">
            {line}
          </span>
        ))}
        {party.taxId ? (
          <span className="text-muted block">
            {say("taxId")} {party.taxId}
          </span>
        ) : null}
      </address>
    </Card>
  )
}

function InvoiceLine({ line }: { line: Line }) {
  const say = useWords(words)
  return (
    <li className="space-y-2 py-3 text-sm">
      <div className="flex flex-wrap justify-between gap-x-6 gap-y-1">
        <div className="min-w-0">
          <p className="font-medium break-words">{line.words}</p>
          {line.periodStart ? (
            <p className="text-muted">
              <PeriodText start={line.periodStart} end={line.periodEnd} />
            </p>
          ) : null}
        </div>
        <p className="ms-auto font-medium">
          <Amount value={line.gross} />
        </p>
      </div>
      <details>
        <summary className="text-accent w-fit py-1 underline">{say("how")}</summary>
        <div className="bg-raised rounded-box mt-2 p-3">
          <ol className="mb-3 list-decimal space-y-1 ps-5">
            {line.steps.map((step) => (
              <li key={step} className="break-words">
                {step}
              </li>
            ))}
          </ol>
          <LineReason line={line} />
        </div>
      </details>
    </li>
  )
}

/** What the amount was computed from; anyone can repeat it. The steps above say the rule; its ids are the API's. */
function LineReason({ line: { reason, net, tax, gross, taxPercent } }: { line: Line }) {
  const say = useWords(words)
  const language = useLanguage()
  return (
    <FactList
      facts={[
        {
          label: `${say("quantity")} × ${say("unit")}`,
          value: `${reason.quantity} × ${formatAmount(reason.unit, language)}`,
        },
        ...(reason.cycle ? [{ label: say("cycle"), value: say("term", { cycle: reason.cycle }) }] : []),
        { label: say("taxRate"), value: `${taxPercent}%` },
        { label: say("net"), value: <Amount value={net} /> },
        { label: say("tax"), value: <Amount value={tax} /> },
        { label: say("total"), value: <Amount value={gross} /> },
      ]}
    />
  )
}

/** What was taken back of it, paper by paper. */
function CreditNotes({ invoice }: { invoice: Pick<Invoice, "creditNotes" | "keptUntil"> }) {
  const say = useWords(words)
  return (
    <Card title={say("creditNotes")}>
      <ul className="divide-line divide-y text-sm">
        {invoice.creditNotes.map((note) => (
          <li key={note.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
            <div className="min-w-0">
              <p className="font-medium">{note.number}</p>
              <p className="text-muted">
                <Day on={note.issuedOn} /> · {say("cause", { cause: note.cause })}
              </p>
            </div>
            <p className="ms-auto font-medium">
              <Amount value={note.total} />
            </p>
            {invoice.keptUntil === null ? (
              <ButtonLink to={`/credit-notes/${note.id}/pdf`} look="secondary" isDocument>
                {say("download")}
              </ButtonLink>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
