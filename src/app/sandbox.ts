import { Hono } from "hono"
import { createOutside } from "#kit/outside/outside.ts"
import { createCard, ensureMerchant, startNoticeSender, withBooks } from "#sandbox/card.ts"
import { openMailbox } from "#sandbox/mailbox.ts"
import { createMailbox } from "#sandbox/mailbox-pages.ts"
import { createVirtfusion } from "#sandbox/virtfusion.ts"
import type { Ground } from "./ground.ts"
import type { Mount } from "./http/parts.ts"

export interface SandboxOptions {
  /** "http://localhost:3000/sandbox": where the stand-ins are reached. */
  readonly sandboxUrl: string
  /** The mail server's port; 0 takes any free one. */
  readonly smtpPort: number
  readonly virtfusionToken: string
  /** False in simulations: they send the gateway's notices when it is their turn. */
  readonly sendsNotices?: boolean
}

export interface Sandbox {
  readonly mounts: readonly Mount[]
  readonly smtpUrl: string
  stop(): Promise<void>
}

/** All outside systems, standing in. Never in production: the settings refuse it. */
export async function openSandbox(ground: Ground, options: SandboxOptions): Promise<Sandbox> {
  const { database, clock, log } = ground
  const card = { database, clock, baseUrl: `${options.sandboxUrl}/card` }
  const outside = createOutside({ userAgent: "Sandbox card gateway" })
  const notices =
    options.sendsNotices === false
      ? undefined
      : startNoticeSender({ ...card, outside }, (error) =>
          log.warn({ error: String(error) }, "the gateway's notices could not be sent"),
        )
  const mailbox = await openMailbox({ database, clock, log, port: options.smtpPort })
  const basePath = new URL(options.sandboxUrl).pathname
  const apps: Record<string, Hono> = {
    card: createCard(card),
    virtfusion: createVirtfusion({
      database,
      clock,
      basePath: `${basePath}/virtfusion`,
      token: options.virtfusionToken,
    }),
    mailbox: createMailbox({ database, clock, basePath: `${basePath}/mailbox` }),
  }
  return {
    mounts: Object.entries(apps).map(([name, app]) => mountOf(`${basePath}/${name}`, app)),
    smtpUrl: `smtp://127.0.0.1:${mailbox.port}`,
    stop: async () => {
      await notices?.stop()
      await Promise.all([mailbox.close(), outside.close()])
    },
  }
}

/** A shop's account at the stand-in gateway. */
export async function openMerchant(
  ground: Ground,
  options: {
    sandboxUrl: string
    name: string
    apiKey: string
    webhookUrl: string
    webhookSecret: string
    taxPercent: number
  },
): Promise<void> {
  const { sandboxUrl, ...merchant } = options
  await withBooks({ ...ground, baseUrl: `${sandboxUrl}/card` }, (books) => ensureMerchant(books, merchant))
}

/** With and without a slash at the end: people type both. */
function mountOf(prefix: string, app: Hono): Mount {
  const mounted = new Hono({ strict: false }).route(prefix, app)
  return {
    prefix,
    area: "sandbox",
    role: "sandbox",
    needsTenant: false,
    answer: (request) => mounted.fetch(request),
  }
}
