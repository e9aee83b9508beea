import { z } from "zod"
import { contract } from "#kit/contract.ts"

const tags = ["identity"]
const token = z.string().min(1).max(200)

export const personShape = z.object({
  name: z.string(),
  email: z.string(),
  /** E.164. */
  phone: z.string().nullable(),
  language: z.enum(["en", "ko"]),
})

/** The person's own name and addresses, by their own session; how an account is billed is its profile. */
export const personContract = {
  get: contract
    .route({ method: "GET", path: "/person", tags, summary: "Your own name, addresses and language" })
    .output(personShape),
  save: contract
    .route({ method: "PUT", path: "/person", tags, summary: "Change them; the e-mail address takes a link" })
    .input(
      z.object({
        name: z.string().trim().min(1).max(120),
        /** Empty: none. */
        phone: z.string().trim().max(40),
        /** Where a number without its country's code is dialled. */
        country: z.string().length(2),
        language: z.enum(["en", "ko"]),
      }),
    )
    .output(personShape),
  changeEmail: contract
    .route({ method: "POST", path: "/person/email", tags, summary: "Ask for another e-mail address" })
    .input(z.object({ email: z.email().max(254) }))
    .output(z.object({ sentTo: z.string() })),
  confirmEmail: contract
    .route({ method: "PUT", path: "/person/email", tags, summary: "The link in the mail to it was followed" })
    .input(z.object({ token }))
    .output(z.object({ email: z.string() })),
  keepEmail: contract
    .route({
      method: "PUT",
      path: "/kept-email",
      tags,
      summary: "The link in the mail to the old address: take the change back",
    })
    .input(z.object({ token }))
    .output(z.object({ done: z.literal(true) })),
}
