import { z } from "zod"
import {
  boundedCount,
  contract,
  dateText,
  idText,
  instantText,
  pageOf,
  timedPageInput,
} from "#kit/contract.ts"
import { vatNumbersContract } from "./vat-contract.ts"

/**
 * How a regime wants tax worked out: once per document and rate, spread to the lines; or line by line with the odd
 * part of a unit cut off (절사, as Korean tax invoices may), so that the document's tax is what its lines say.
 */
export const taxModes = ["per_document", "truncated_lines"] as const
/** Registered in the place itself, or in one country for consumers in the whole EU. */
export const taxSchemes = ["local", "oss", "non_union_oss"] as const
/** Where prices hold the tax: what stays the same for a customer elsewhere. */
export const insidePrices = ["total_stays", "net_stays"] as const
/** What says where a buyer is: `staff` is what somebody of the shop has decided. */
export const evidenceKinds = ["address", "connection", "payment", "phone", "staff"] as const
/** Of the evidence of a buyer's place: missing where nothing contradicts and one piece stands alone. */
export const placeVerdicts = ["proved", "missing", "contradictory"] as const
/** What customers pay in a place where the shop is registered nowhere. */
export const elsewherePolicies = ["none", "home"] as const
/** The class of everything that nobody put into another. */
export const STANDARD_CLASS = "standard"

const countryText = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, "country")
const regionText = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9]{0,3}$/, "region")
const classText = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9-]{1,30}$/, "class")
const sayShape = z.object({ en: z.string().trim().min(1).max(40), ko: z.string().trim().min(1).max(40) })
/** "19", "8.25": at most four digits after the point. */
export const percentText = z
  .string()
  .trim()
  .regex(/^\d{1,3}(\.\d{1,4})?$/, "percent")

const placeShape = { country: countryText, region: regionText.default("") }

export const registrationShape = z.object({
  id: z.string(),
  country: z.string(),
  /** "TX"; empty: the whole country. */
  region: z.string(),
  number: z.string(),
  scheme: z.enum(taxSchemes),
  from: dateText,
  until: dateText.nullable(),
})

export const rateShape = z.object({
  id: z.string(),
  country: z.string(),
  region: z.string(),
  taxClass: z.string(),
  label: sayShape,
  percent: z.string(),
  /** Of the price: how much of it is taxed at all. */
  sharePercent: z.string(),
  /** What both come to. */
  effectivePercent: z.string(),
  from: dateText,
  until: dateText.nullable(),
  source: z.string(),
})

export const taxPolicyShape = z.object({
  insidePrices: z.enum(insidePrices),
  elsewhere: z.enum(elsewherePolicies),
  mode: z.enum(taxModes),
})

export const exemptionShape = z.object({
  id: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  country: z.string(),
  region: z.string(),
  number: z.string(),
  from: dateText,
  until: dateText,
  /** Where staff keep it; null for whoever isn't staff. */
  reference: z.string().nullable(),
  state: z.enum(["coming", "holds", "ends_soon", "over"]),
})
const exemptionsShape = z.object({ items: z.array(exemptionShape) })

export const placeProofShape = z.object({
  id: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  /** The invoice on which it is kept. */
  documentId: z.string(),
  documentNumber: z.string(),
  /** Whose tax was decided about, by the billing address. */
  country: z.string(),
  evidence: z.array(z.object({ kind: z.enum(evidenceKinds), country: z.string() })),
  verdict: z.enum(placeVerdicts),
  at: instantText,
  settled: z.object({ country: z.string(), reason: z.string(), at: instantText }).nullable(),
})

export const taxSettingsShape = z.object({
  /** Without registrations that have begun everybody pays the shop's one rate. */
  isByPlace: z.boolean(),
  policy: taxPolicyShape,
  registrations: z.array(registrationShape),
  rates: z.array(rateShape),
  /** Products that are not of the standard class. */
  products: z.array(z.object({ productId: z.string(), taxClass: z.string() })),
  /** Registered there, and no rate is known for today: what is sold there can't be taxed. */
  gaps: z.array(z.object({ country: z.string(), region: z.string() })),
  /** Consumers whose place isn't proved by two pieces of evidence, and nobody has settled yet. */
  unprovedPlaces: boundedCount,
})

const tags = ["tax"]

export const taxContract = {
  settings: {
    get: contract
      .route({
        method: "GET",
        path: "/tax/settings",
        tags,
        summary: "Where the shop is registered, and at which rates",
      })
      .output(taxSettingsShape),
    savePolicy: contract
      .route({ method: "PUT", path: "/tax/policy", tags, summary: "Decide how prices and tax go together" })
      .input(taxPolicyShape)
      .output(taxSettingsShape),
  },
  registrations: {
    add: contract
      .route({
        method: "POST",
        path: "/tax/registrations",
        tags,
        successStatus: 201,
        summary: "The shop is registered in a place from a day on; known rates of that place are filled in",
      })
      .input(
        z.object({
          ...placeShape,
          number: z.string().trim().min(2).max(40),
          scheme: z.enum(taxSchemes),
          from: dateText,
        }),
      )
      .output(taxSettingsShape),
    end: contract
      .route({
        method: "PUT",
        path: "/tax/registrations/{id}/end",
        tags,
        summary: "Its last day; documents of before keep what they say",
      })
      .input(z.object({ id: idText, until: dateText }))
      .output(taxSettingsShape),
  },
  rates: {
    add: contract
      .route({
        method: "POST",
        path: "/tax/rates",
        tags,
        successStatus: 201,
        summary: "What a place takes from a day on; the rate before it ends the day before",
      })
      .input(
        z.object({
          ...placeShape,
          taxClass: classText.default(STANDARD_CLASS),
          label: sayShape.optional(),
          percent: percentText,
          sharePercent: percentText.default("100"),
          from: dateText,
          source: z.string().trim().max(200).default(""),
        }),
      )
      .output(taxSettingsShape),
  },
  vatNumbers: vatNumbersContract,
  exemptions: {
    list: contract
      .route({
        method: "GET",
        path: "/accounts/{id}/tax-exemptions",
        tags,
        summary: "Certificates by which a customer is charged no tax",
      })
      .input(z.object({ id: idText }))
      .output(exemptionsShape),
    listEnding: contract
      .route({
        method: "GET",
        path: "/tax/exemptions/ending",
        tags,
        summary:
          "Certificates that end within sixty days, or ended within thirty and no other follows: time to ask for a new one",
      })
      .output(exemptionsShape),
    add: contract
      .route({
        method: "POST",
        path: "/accounts/{id}/tax-exemptions",
        tags,
        successStatus: 201,
        summary: "A certificate is accepted: that place's tax is not charged from then until its end",
      })
      .input(
        z.object({
          id: idText,
          ...placeShape,
          number: z.string().trim().min(1).max(60),
          from: dateText,
          until: dateText,
          reference: z.string().trim().min(1).max(200),
        }),
      )
      .output(exemptionsShape),
    end: contract
      .route({
        method: "PUT",
        path: "/tax/exemptions/{id}/end",
        tags,
        summary: "Its last day, earlier than it says; documents of before keep what they say",
      })
      .input(z.object({ id: idText, until: dateText }))
      .output(exemptionsShape),
  },
  placeProofs: {
    list: contract
      .route({
        method: "GET",
        path: "/tax/place-proofs",
        tags,
        summary: "Consumers whose place is not proved by two pieces of evidence, or was settled by staff",
      })
      .input(timedPageInput.extend({ state: z.enum(["open", "settled"]).default("open") }))
      .output(pageOf(placeProofShape)),
    settle: contract
      .route({
        method: "PUT",
        path: "/tax/place-proofs/{id}/settlement",
        tags,
        summary: "Say where the buyer is, and why; the document stays what it is",
      })
      .input(z.object({ id: idText, country: countryText, reason: z.string().trim().min(3).max(500) }))
      .output(placeProofShape),
  },
  products: {
    save: contract
      .route({
        method: "PUT",
        path: "/tax/products/{productId}",
        tags,
        summary: "Which class of rates a product belongs to",
      })
      .input(z.object({ productId: idText, taxClass: classText }))
      .output(taxSettingsShape),
  },
}
