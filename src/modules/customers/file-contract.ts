import { z } from "zod"
import { contract, idText, instantText } from "#kit/contract.ts"

export const customerFileShape = z.object({
  id: z.string(),
  name: z.string(),
  contentType: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  storedBy: z.string(),
  createdAt: instantText,
})

const tags = ["customers"]
const oneId = z.object({ id: idText })

export const filesContract = {
  store: contract
    .route({
      method: "POST",
      path: "/customers/{id}/files",
      tags,
      successStatus: 201,
      summary: "Keep a file about a customer: PDF, picture, text or office document, up to 5 MB",
    })
    .input(oneId.extend({ file: z.file() }))
    .output(customerFileShape),
  content: contract
    .route({ method: "GET", path: "/customer-files/{id}/content", tags, summary: "The file, to be saved" })
    .input(oneId)
    .output(z.file()),
  remove: contract
    .route({ method: "DELETE", path: "/customer-files/{id}", tags, summary: "Delete it, bytes and all" })
    .input(oneId)
    .output(z.object({ id: z.string(), accountId: z.string() })),
}
