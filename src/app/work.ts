import { billingCatchUp, collectPaymentsWork } from "#billing"
import { customersWork } from "#customers"
import { deskWork } from "#desk"
import { feesCatchUp } from "#fees"
import { hostsWork, PUBLIC_NAME_SERVICE } from "#hosts"
import type { WorkKind } from "#kit/work/define.ts"
import { createSmtpTransport, type MailTransport, notificationsWork, type SmtpOptions } from "#notifications"
import { createOauthWork } from "#oauth"
import type { WorkTitles } from "#operations"
import { createPaymentWork } from "#payments"
import { privacyWork } from "#privacy"
import { provisioningWork } from "#provisioning"
import { carryOutWork, correctPricesWork, repricingCatchUp } from "#repricing"
import { revenueCatchUp } from "#revenue"
import { PUBLIC_VIES, taxCatchUp, taxWork } from "#tax"
import { bulkActs } from "./bulk/bulk-acts.ts"
import type { Ground } from "./ground.ts"
import { personalDataHolders } from "./personal-data.ts"

export interface Patience {
  /** How long gateways and panels may take for one answer, where it isn't their own time: in fault trials. */
  readonly callTimeoutMs?: number
}

export interface WorkChoices extends Patience {
  /** Where host names are looked up; the stand-in's, or a resolver of one's own. */
  readonly nameServiceUrl?: string
  /** Who is asked about VAT numbers; the stand-in, or the Commission's own. */
  readonly viesUrl?: string
}

/** Every kind of durable work there is. A kind that is not listed here gets stuck and says so. */
export function listWorkKinds(ground: Ground, mail: MailTransport, choices: WorkChoices = {}): WorkKind[] {
  const doors = { ...ground, ...choices }
  return [
    ...notificationsWork({ mail }),
    ...createPaymentWork(doors),
    collectPaymentsWork as WorkKind,
    billingCatchUp.work as WorkKind,
    feesCatchUp.work as WorkKind,
    revenueCatchUp.work as WorkKind,
    carryOutWork as WorkKind,
    correctPricesWork as WorkKind,
    repricingCatchUp.work as WorkKind,
    ...provisioningWork(doors),
    ...privacyWork({ ...ground, holders: personalDataHolders }),
    ...customersWork(doors),
    ...createOauthWork(doors),
    ...deskWork(bulkActs),
    taxCatchUp.work as WorkKind,
    ...taxWork({ ...ground, viesUrl: choices.viesUrl ?? PUBLIC_VIES }),
    ...hostsWork({ ...ground, nameServiceUrl: choices.nameServiceUrl ?? PUBLIC_NAME_SERVICE }),
  ]
}

/** What each kind is called, for the operations list. */
export function listWorkTitles(kinds: readonly WorkKind[]): WorkTitles {
  return new Map(kinds.map((kind) => [kind.name, kind.say]))
}

/** "smtp://user:password@host:587": smtps is TLS from the first byte; a server on this machine needs none. */
export function openMailTransport(smtpUrl: string): MailTransport {
  const url = new URL(smtpUrl)
  const isLocal = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname)
  const tls: SmtpOptions["tls"] = url.protocol === "smtps:" ? "implicit" : isLocal ? "none" : "starttls"
  return createSmtpTransport({
    host: url.hostname,
    port: Number(url.port || (tls === "implicit" ? 465 : 587)),
    tls,
    ...(url.username ? { user: decodeURIComponent(url.username) } : {}),
    ...(url.password ? { password: decodeURIComponent(url.password) } : {}),
  })
}
