import type { InvoiceContent } from "./invoice.ts"
import type { PaymentRequest } from "./payment-request.ts"
import { type ContentFacts, planContent } from "./plan-content.ts"

export interface RequestFacts extends Pick<ContentFacts, "settings" | "account"> {
  readonly request: PaymentRequest
  /** Where it is paid. */
  readonly payUrl: string
}

/** A request on paper, for whoever has to show one before money is sent: what, by when and where. Pure. */
export function planRequestContent({ request, settings, account, payUrl }: RequestFacts): InvoiceContent {
  const issuedOn = request.createdAt.toZonedDateTimeISO(settings.timeZone).toPlainDate()
  return {
    ...planContent({
      number: request.number,
      issuedOn,
      request: { ...request, number: null },
      settings,
      account,
      payment: null,
      dueOn: request.dueOn,
    }),
    kind: "request",
    asks: {
      leftMinor: request.left.minor.toString(),
      fromCreditMinor: request.fromCredit.minor.toString(),
      payUrl,
    },
  }
}
