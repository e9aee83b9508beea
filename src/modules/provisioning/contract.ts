import { eventIterator } from "@orpc/contract"
import { z } from "zod"
import { contract, idText, instantText, pageOf, progressShape, timedPageInput } from "#kit/contract.ts"

export const serviceStates = [
  "waiting_for_payment",
  "building",
  "active",
  "suspended",
  "ended",
  "needs_attention",
] as const

export const serviceShape = z.object({
  id: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  orderId: z.string().nullable(),
  hostname: z.string(),
  planName: z.object({ en: z.string(), ko: z.string() }),
  productType: z.enum(["vps"]),
  state: z.enum(serviceStates),
  /** Honest words for where it stands ("being built, step 2 of 5"). */
  words: z.string(),
  addresses: z.array(z.string()),
  serverName: z.string().nullable(),
  remoteId: z.string().nullable(),
  operationId: z.string().nullable(),
  /** To be deleted once a backup made on this day or later was seen. */
  backupSince: z.string().nullable(),
  /** Refunded and kept until this day, then deleted; no day: staff keep it. */
  hold: z.object({ releaseOn: z.string().nullable() }).nullable(),
  createdAt: instantText,
  activatedAt: instantText.nullable(),
})

/** The newest of them, or the one that was asked for. */
export const serviceStandingShape = z.object({
  items: z.array(serviceShape.pick({ id: true, state: true, words: true })),
})

export const panelServerShape = z.object({
  id: z.string(),
  name: z.string(),
  driver: z.string(),
  baseUrl: z.string(),
  state: z.enum(["enabled", "disabled"]),
  services: z.number().int(),
})

const tags = ["provisioning"]
const one = z.object({ id: idText })
const withReason = one.extend({ reason: z.string().trim().min(3).max(500) })

export const provisioningContract = {
  services: {
    list: contract
      .route({ method: "GET", path: "/services", tags, summary: "Services" })
      .input(
        timedPageInput.extend({
          accountId: idText.optional(),
          state: z.enum(serviceStates).optional(),
          search: z.string().max(120).optional(),
        }),
      )
      .output(pageOf(serviceShape)),
    get: contract
      .route({ method: "GET", path: "/services/{id}", tags, summary: "One service" })
      .input(one)
      .output(serviceShape),
    progress: contract
      .route({
        method: "GET",
        path: "/services/{id}/progress",
        tags,
        summary: "Its building, live (server-sent events)",
      })
      .input(one)
      .output(eventIterator(progressShape)),
    standing: contract
      .route({
        method: "GET",
        path: "/service-states",
        tags,
        summary: "Where services stand, each time one moves (server-sent events)",
      })
      .input(z.object({ id: idText.optional() }))
      .output(eventIterator(serviceStandingShape)),
    revealCredentials: contract
      .route({
        method: "POST",
        path: "/services/{id}/credentials",
        tags,
        summary: "Show the credentials; this is audited",
      })
      .input(one)
      .output(z.object({ user: z.string(), password: z.string(), address: z.string(), command: z.string() })),
    deleteWithoutBackup: contract
      .route({
        method: "POST",
        path: "/services/{id}/delete-without-backup",
        tags,
        summary: "Delete it although its panel has no backup of it",
      })
      .input(withReason)
      .output(serviceShape),
    releaseHeld: contract
      .route({
        method: "POST",
        path: "/services/{id}/release",
        tags,
        summary: "Delete a refunded service before its day",
      })
      .input(withReason)
      .output(serviceShape),
    keepHeld: contract
      .route({
        method: "POST",
        path: "/services/{id}/keep",
        tags,
        summary: "Keep a refunded service: it is not deleted by itself",
      })
      .input(withReason)
      .output(serviceShape),
    /** Asking the panel for a link is a call outside: it answers later, on the link's own address. */
    requestSignOn: contract
      .route({
        method: "POST",
        path: "/services/{id}/sign-on",
        tags,
        summary: "Ask the panel for a sign-in link",
      })
      .input(one)
      .output(z.object({ id: z.string() })),
    getSignOn: contract
      .route({ method: "GET", path: "/sign-ons/{id}", tags, summary: "The sign-in link, once" })
      .input(one)
      .output(z.object({ state: z.enum(["asking", "ready", "used", "failed"]), url: z.string().nullable() })),
  },
  servers: {
    list: contract
      .route({ method: "GET", path: "/servers", tags, summary: "Panels and servers we build on" })
      .output(z.object({ items: z.array(panelServerShape) })),
  },
}
