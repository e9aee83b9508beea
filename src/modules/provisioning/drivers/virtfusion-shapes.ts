import { z } from "zod"

/** What we read of the panel's answers, and no more: unknown fields may come and go. */
export const userShape = z.object({ id: z.number().int(), email: z.string() })

const addressShape = z.object({ address: z.string().max(60) })

export const serverShape = z.object({
  id: z.number().int(),
  ownerId: z.number().int(),
  name: z.string().nullish(),
  hostname: z.string().nullish(),
  commissionStatus: z.number().int(),
  state: z.string().nullish(),
  suspended: z.boolean(),
  buildFailed: z.boolean().nullish(),
  built: z.string().nullish(),
  created: z.string(),
  settings: z.object({
    decryptedPassword: z.string().min(1).nullish(),
    resources: z.object({
      memory: z.number(),
      storage: z.number(),
      traffic: z.number(),
      cpuCores: z.number(),
    }),
  }),
  network: z
    .object({ interfaces: z.array(z.object({ ipv4: z.array(addressShape).nullish() })).nullish() })
    .nullish(),
})
export type PanelServer = z.infer<typeof serverShape>

export const listItemShape = z.object({
  id: z.number().int(),
  name: z.string().nullish(),
  suspended: z.boolean(),
  created: z.string(),
})

/** Flags come as 0 and 1 from some builds. */
const flag = z.union([z.boolean(), z.number()]).nullish().transform(Boolean)

const backupShape = z.object({ complete: flag, deleting: flag, created: z.string() })
export type PanelBackup = z.infer<typeof backupShape>

/** Whether the list stands in `data`, as all others do, is not written anywhere: either is taken. */
export const backupsShape = z
  .union([z.array(backupShape), wrapped(z.array(backupShape))])
  .transform((answer) => (Array.isArray(answer) ? answer : answer.data))

export const queueShape = z.object({
  finished: z.union([z.string(), z.boolean(), z.null()]).optional(),
  failed: z.union([z.boolean(), z.number()]).nullish(),
})

export const resetShape = z.object({ queueId: z.number().int(), expectedPassword: z.string().min(1) })

export const signOnShape = z.object({
  authentication: z.object({
    endpoint_complete: z.string().min(1),
    expiry: z.object({ ttl: z.number().int() }).nullish(),
  }),
})

/** Newer builds answer 200 with `info`, older ones 204 with nothing. */
export const planChangeShape = z.object({ info: z.array(z.string()).nullish() }).nullish()

export function wrapped<Shape extends z.ZodType>(shape: Shape) {
  return z.object({ data: shape })
}

export function paged<Shape extends z.ZodType>(shape: Shape) {
  return z.object({
    data: z.array(shape),
    current_page: z.number().int().nullish(),
    last_page: z.number().int().nullish(),
  })
}

/** 422 comes as a list of sentences or as Laravel's map of fields; 403, 404 and 423 as `msg`. */
export const refusalShape = z.object({
  msg: z.string().nullish(),
  message: z.string().nullish(),
  errors: z.union([z.array(z.string()), z.record(z.string(), z.array(z.string()))]).nullish(),
})
