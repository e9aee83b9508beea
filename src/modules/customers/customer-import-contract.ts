import { z } from "zod"
import { contract, idText, instantText, pageInput, pageOf } from "#kit/contract.ts"

export const importStates = ["previewed", "confirmed"] as const
export const rowStandings = ["fresh", "known", "wrong"] as const

/** What can be wrong with a cell. */
export const rowProblems = [
  "name_missing",
  "email_wrong",
  "email_twice",
  "phone_wrong",
  "country_wrong",
  "language_wrong",
  "value_wrong",
  "tag_wrong",
  "too_long",
] as const

export const importShape = z.object({
  id: z.string(),
  fileName: z.string(),
  state: z.enum(importStates),
  sendsInvitations: z.boolean(),
  startedBy: z.string(),
  createdAt: instantText,
  confirmedAt: instantText.nullable(),
  counts: z.object({ fresh: z.number().int(), known: z.number().int(), wrong: z.number().int() }),
  /** How many accounts it made. */
  createdCount: z.number().int(),
})

export const importDetailShape = importShape.extend({
  columns: z.array(z.string()),
  /** Heads of columns that mean nothing here: they are left out. */
  unknownColumns: z.array(z.string()),
  /** Those that are wrong first; at most 500 are shown, all are kept. */
  rows: z.array(
    z.object({
      line: z.number().int(),
      cells: z.array(z.string()),
      standing: z.enum(rowStandings),
      problems: z.array(z.object({ cell: z.number().int(), code: z.enum(rowProblems) })),
      accountId: z.string().nullable(),
    }),
  ),
})

const tags = ["customers"]
const oneId = z.object({ id: idText })

export const importsContract = {
  preview: contract
    .route({
      method: "POST",
      path: "/customer-imports",
      tags,
      successStatus: 201,
      summary: "Read a CSV of customers and look through it; nothing is made yet",
    })
    .input(z.object({ file: z.file() }))
    .output(importDetailShape),
  list: contract
    .route({
      method: "GET",
      path: "/customer-imports",
      tags,
      summary: "Files of customers, the newest first",
    })
    .input(pageInput)
    .output(pageOf(importShape)),
  get: contract
    .route({ method: "GET", path: "/customer-imports/{id}", tags, summary: "One of them, row by row" })
    .input(oneId)
    .output(importDetailShape),
  confirm: contract
    .route({
      method: "PUT",
      path: "/customer-imports/{id}/confirm",
      tags,
      summary: "Make the customers of its good rows; twice changes nothing",
    })
    .input(oneId.extend({ sendsInvitations: z.boolean().default(false) }))
    .output(importDetailShape),
}
