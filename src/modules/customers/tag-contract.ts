import { z } from "zod"
import { boundedCount, contract, idText } from "#kit/contract.ts"

export const tagColors = ["grey", "blue", "green", "yellow", "red"] as const

const tagName = z.string().trim().min(1).max(40)

export const tagShape = z.object({
  id: z.string(),
  name: z.string(),
  color: z.enum(tagColors),
  customers: boundedCount,
})

const tags = ["customers"]
const tagInput = z.object({ name: tagName, color: z.enum(tagColors) })
const tagIds = z.array(idText).max(50)

export const tagsContract = {
  list: contract
    .route({
      method: "GET",
      path: "/customer-tags",
      tags,
      summary: "All tags, and how many customers carry each",
    })
    .output(z.object({ items: z.array(tagShape) })),
  create: contract
    .route({ method: "POST", path: "/customer-tags", tags, successStatus: 201, summary: "A further tag" })
    .input(tagInput)
    .output(tagShape),
  save: contract
    .route({ method: "PUT", path: "/customer-tags/{id}", tags, summary: "Another name or color" })
    .input(tagInput.extend({ id: idText }))
    .output(tagShape),
  remove: contract
    .route({
      method: "DELETE",
      path: "/customer-tags/{id}",
      tags,
      summary: "Take it from everybody, for good",
    })
    .input(z.object({ id: idText }))
    .output(z.object({ id: z.string() })),
  set: contract
    .route({ method: "PUT", path: "/customers/{id}/tags", tags, summary: "Which tags a customer carries" })
    .input(z.object({ id: idText, tagIds }))
    .output(z.object({ tagIds: z.array(z.string()) })),
  apply: contract
    .route({
      method: "PUT",
      path: "/customer-tags/{id}/customers",
      tags,
      summary: "Give a tag to several customers, or take it from them",
    })
    .input(z.object({ id: idText, accountIds: z.array(idText).min(1).max(200), isGiven: z.boolean() }))
    .output(z.object({ changed: z.number().int() })),
}
