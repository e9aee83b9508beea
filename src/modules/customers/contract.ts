import { z } from "zod"
import {
  contract,
  idText,
  instantText,
  moneyShape,
  pageInput,
  pageOf,
  troubleShape as workTroubleShape,
} from "#kit/contract.ts"
import { importStates, importsContract } from "./customer-import-contract.ts"
import { mergesContract } from "./customer-merge-contract.ts"
import { fieldKinds, fieldsContract } from "./field-contract.ts"
import { customerFileShape, filesContract } from "./file-contract.ts"
import { noteShape, notesContract } from "./note-contract.ts"
import { tagColors, tagShape, tagsContract } from "./tag-contract.ts"
import { momentShape, timelineInput } from "./timeline-contract.ts"

export { fieldKinds, importStates, tagColors }
/** Whether they have services with us: live ones, only ended ones, none so far. */
export const customerStates = ["active", "former", "prospect"] as const

export const customerRowShape = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(["consumer", "business"]),
  email: z.string(),
  phone: z.string().nullable(),
  country: z.string(),
  language: z.enum(["en", "ko"]),
  createdAt: instantText,
  state: z.enum(customerStates),
  hasTrouble: z.boolean(),
  serviceCount: z.number().int(),
  tagIds: z.array(z.string()),
  /** By the field's id. */
  fields: z.record(z.string(), z.string()),
})

/** By what a search found somebody. */
export const matchKinds = [
  "account",
  "name",
  "email",
  "phone",
  "contact",
  "host",
  "address",
  "service",
  "order",
  "invoice",
  "payment_request",
] as const

export const matchShape = z.object({
  accountId: z.string(),
  name: z.string(),
  email: z.string(),
  kind: z.enum(matchKinds),
  /** What was found, as it is written there. */
  matched: z.string(),
  /** The service, order or document it stands on; else the account. */
  subjectId: z.string(),
})

export const customerPersonShape = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  language: z.enum(["en", "ko"]),
  currency: z.string().nullable(),
  role: z.string(),
  isConfirmed: z.boolean(),
  hasSecondFactor: z.boolean(),
  since: instantText,
  lastSignInAt: instantText.nullable(),
})

export const troubleShape = z.object({
  kind: z.enum(["service", "order", "operation"]),
  id: z.string(),
  words: z.string(),
})

export const customerShape = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(["consumer", "business"]),
  personName: z.string(),
  company: z.string().nullable(),
  email: z.string(),
  phone: z.string().nullable(),
  language: z.enum(["en", "ko"]),
  country: z.string(),
  addressLines: z.array(z.string()),
  purchaseOrder: z.string().nullable(),
  taxIds: z.array(z.object({ country: z.string(), number: z.string() })),
  contacts: z.array(z.object({ name: z.string(), email: z.string(), getsInvoices: z.boolean() })),
  createdAt: instantText,
  /** It was a duplicate of that one; everything is there. */
  mergedIntoId: z.string().nullable(),
  /** Duplicates that went into this one: papers issued to them keep their names. */
  absorbedIds: z.array(z.string()),
  people: z.array(customerPersonShape),
  /** What the ledger holds for them. Positive: they owe us; of the others: it is theirs. */
  balances: z.array(
    z.object({ kind: z.enum(["receivable", "unapplied", "credit", "given", "held"]), amount: moneyShape }),
  ),
  openRequests: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      total: moneyShape,
      dueOn: z.string(),
      isOverdue: z.boolean(),
    }),
  ),
  work: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      state: z.enum(["queued", "running", "waiting", "stuck", "undoing"]),
      trouble: workTroubleShape.nullable(),
      why: z.string().nullable(),
    }),
  ),
  trouble: z.array(troubleShape),
  tagIds: z.array(z.string()),
  /** By the field's id. */
  fields: z.record(z.string(), z.string()),
  notes: z.array(noteShape),
  files: z.array(customerFileShape),
})

export const customerFilter = z.object({
  search: z.string().max(120).optional(),
  tagId: idText.optional(),
  state: z.enum(customerStates).optional(),
  country: z.string().length(2).optional(),
  hasTrouble: z.coerce.boolean().optional(),
})

const tags = ["customers"]
const oneId = z.object({ id: idText })

export const customersContract = {
  list: contract
    .route({ method: "GET", path: "/customers", tags, summary: "Customers, the newest first" })
    .input(pageInput.extend(customerFilter.shape))
    .output(pageOf(customerRowShape)),
  search: contract
    .route({
      method: "GET",
      path: "/customer-search",
      tags,
      summary: "By half of a name, mail address, telephone, host name, IP, or a number of a document",
    })
    .input(z.object({ text: z.string().max(120), limit: z.coerce.number().int().min(1).max(20).default(10) }))
    .output(z.object({ items: z.array(matchShape) })),
  get: contract
    .route({ method: "GET", path: "/customers/{id}", tags, summary: "All of one customer" })
    .input(oneId)
    .output(customerShape),
  timeline: contract
    .route({
      method: "GET",
      path: "/customers/{id}/timeline",
      tags,
      summary: "Everything said and done, the newest first",
    })
    .input(timelineInput)
    .output(pageOf(momentShape)),
  notes: notesContract,
  tags: tagsContract,
  fields: fieldsContract,
  files: filesContract,
  imports: importsContract,
  merges: mergesContract,
}

export { tagShape }
