import { z } from "zod"
import { contract, idText, instantText } from "#kit/contract.ts"

export const hostShape = z.object({
  /** Of a name that came with the shop, the name itself. */
  id: z.string(),
  /** As the name service has it. */
  host: z.string(),
  /** As people read it: 한글.example for xn--…. */
  name: z.string(),
  /** given: the company that runs the house set it up; nothing to look for. */
  state: z.enum(["given", "pending", "verified", "failed", "lapsed"]),
  /** Where people see the shop; the others lead there. */
  isPrimary: z.boolean(),
  /** Whether requests under it reach the shop. */
  isServed: z.boolean(),
  /** What has to be set, and whether the last look found it. */
  records: z.array(
    z.object({
      type: z.enum(["TXT", "CNAME"]),
      name: z.string(),
      value: z.string(),
      isFound: z.boolean(),
    }),
  ),
  /** What was found there instead. */
  found: z.array(z.string()),
  /** Why the last look found nothing out. */
  trouble: z.string().nullable(),
  isChecking: z.boolean(),
  checkedAt: instantText.nullable(),
  /** While a verified name's record is missing: since when. */
  missingSince: instantText.nullable(),
})

const tags = ["hosts"]
const oneId = z.object({ id: idText })

export const hostsContract = {
  names: {
    list: contract
      .route({ method: "GET", path: "/host-names", tags, summary: "The names this shop is reached by" })
      .output(z.object({ items: z.array(hostShape) })),
    add: contract
      .route({
        method: "POST",
        path: "/host-names",
        tags,
        successStatus: 201,
        summary: "Say that a name is yours; it counts once its record is found",
      })
      .input(z.object({ host: z.string().trim().min(1).max(300) }))
      .output(hostShape),
    check: contract
      .route({ method: "PUT", path: "/host-names/{id}/check", tags, summary: "Look for its records now" })
      .input(oneId)
      .output(hostShape),
    makePrimary: contract
      .route({
        method: "PUT",
        path: "/host-names/{id}/primary",
        tags,
        summary: "Show the shop under this name; the others lead there",
      })
      .input(oneId.extend({ isBehindProxy: z.boolean().default(false) }))
      .output(hostShape),
    remove: contract
      .route({ method: "DELETE", path: "/host-names/{id}", tags, summary: "Reach the shop by it no longer" })
      .input(oneId)
      .output(z.object({ done: z.literal(true) })),
  },
}
