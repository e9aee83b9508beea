import { z } from "zod"
import { contract, idText, instantText } from "#kit/contract.ts"

export const noteShape = z.object({
  id: z.string(),
  text: z.string(),
  isPinned: z.boolean(),
  author: z.string(),
  createdAt: instantText,
  editedAt: instantText.nullable(),
})

const tags = ["customers"]
const noteInput = z.object({
  text: z.string().trim().min(1).max(5_000),
  isPinned: z.boolean().default(false),
})

export const notesContract = {
  add: contract
    .route({
      method: "POST",
      path: "/customers/{id}/notes",
      tags,
      successStatus: 201,
      summary: "Write something down about a customer",
    })
    .input(noteInput.extend({ id: idText }))
    .output(noteShape),
  revise: contract
    .route({ method: "PUT", path: "/customer-notes/{id}", tags, summary: "Change a note" })
    .input(noteInput.extend({ id: idText }))
    .output(noteShape),
  remove: contract
    .route({ method: "DELETE", path: "/customer-notes/{id}", tags, summary: "Take a note away" })
    .input(z.object({ id: idText }))
    .output(z.object({ id: z.string(), accountId: z.string() })),
}
