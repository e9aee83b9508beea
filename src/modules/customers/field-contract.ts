import { z } from "zod"
import { boundedCount, contract, idText } from "#kit/contract.ts"

export const fieldKinds = ["text", "number", "date", "choice", "yes_no"] as const

export const fieldShape = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(fieldKinds),
  choices: z.array(z.string()),
  isListed: z.boolean(),
  /** How many customers have a value. */
  customers: boundedCount,
})

const choice = z.string().trim().min(1).max(60)
const fieldInput = z.object({
  name: z.string().trim().min(1).max(60),
  choices: z.array(choice).max(50).default([]),
  isListed: z.boolean().default(false),
})
const values = z.record(idText, z.string().max(500))

const tags = ["customers"]
const oneId = z.object({ id: idText })

export const fieldsContract = {
  list: contract
    .route({ method: "GET", path: "/customer-fields", tags, summary: "What this shop notes about customers" })
    .output(z.object({ items: z.array(fieldShape) })),
  create: contract
    .route({ method: "POST", path: "/customer-fields", tags, successStatus: 201, summary: "A further field" })
    .input(fieldInput.extend({ kind: z.enum(fieldKinds) }))
    .output(fieldShape),
  save: contract
    .route({ method: "PUT", path: "/customer-fields/{id}", tags, summary: "Another name, choices or place" })
    .input(fieldInput.extend({ id: idText }))
    .output(fieldShape),
  remove: contract
    .route({
      method: "DELETE",
      path: "/customer-fields/{id}",
      tags,
      summary: "With all its values, for good",
    })
    .input(oneId)
    .output(z.object({ id: z.string() })),
  set: contract
    .route({
      method: "PUT",
      path: "/customers/{id}/fields",
      tags,
      summary: "Values by field; an empty one takes the value away, a field not named keeps its own",
    })
    .input(oneId.extend({ values }))
    .output(z.object({ values })),
}
