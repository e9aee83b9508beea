import type { Rate } from "#kit/money.ts"
import type { Say } from "#kit/refusal.ts"
import type { evidenceKinds, taxModes } from "./contract.ts"
import type { Place, Registration } from "./tax-book.ts"

/** Why what is charged is charged. */
export const taxGrounds = [
  /** The shop has no registrations: its one rate for everybody. */
  "one_rate",
  /** It is registered where the customer is, or by the One-Stop-Shop for it. */
  "registered",
  /** A consumer elsewhere in the EU of a seller below the threshold, or policy: the seller's own country's rate. */
  "home",
  /** A business elsewhere in the EU: it owes the tax itself. */
  "reverse_charge",
  /** A certificate that staff accepted. */
  "exempt",
  /** Registered nowhere near. */
  "outside",
] as const
export type TaxGround = (typeof taxGrounds)[number]

export interface TaxProof {
  readonly number: string
  /** Of a VAT number: what VIES said, whom it told it, when, and under which number of its own. */
  readonly state?: string
  readonly consultation?: string | null
  readonly requester?: string | null
  readonly requestDate?: string | null
  readonly name?: string | null
  readonly address?: string | null
  readonly checkedAt?: string | null
  /** Of a certificate: whose tax it takes away, for how long, and where it is kept. */
  readonly place?: Place
  readonly from?: string
  readonly until?: string
  readonly reference?: string
}

/** A VAT number that would have taken the tax away, had VIES said that it is one. */
export interface UnprovedNumber {
  readonly number: string
  readonly state: "pending" | "invalid"
  readonly trouble: string | null
}

/** One thing that says where a buyer is, and which country it says. */
export interface PlaceEvidence {
  readonly kind: (typeof evidenceKinds)[number]
  readonly country: string
}

/** What was decided and on which facts, as a document keeps it. Rates as "19/100". */
export interface TaxSnapshot {
  readonly ground: TaxGround
  readonly decidedOn: string
  /** Null where place decides nothing. */
  readonly place: { readonly country: string; readonly region: string } | null
  readonly registration: Registration | null
  /** What takes the tax away: a VAT number that was checked, a certificate that staff accepted. */
  readonly proof?: TaxProof
  /** Why it was charged although a VAT number was given. */
  readonly unproved?: UnprovedNumber
  /** Of a consumer whose place has to be proved: everything that is known of it. */
  readonly evidence?: readonly PlaceEvidence[]
  readonly label: Say
  readonly mode: (typeof taxModes)[number]
  readonly rate: string
  /** What the prices themselves hold; another one than what is charged where the net price stays. */
  readonly inside: string | null
  readonly insideLabel?: Say
}

export interface LineTax {
  readonly taxRate: Rate
  /** What the price holds, where prices hold tax. */
  readonly insideRate: Rate
}

/** What lines of a document are taxed by: the part of a decision that arithmetic needs, with the snapshot beside it. */
export interface TaxTerms extends LineTax {
  readonly taxIncluded: boolean
  readonly taxMode: (typeof taxModes)[number]
  /** Of a plan that is of another class. */
  readonly ofPlan: (planId: string | null) => LineTax
  readonly snapshot: TaxSnapshot
}
