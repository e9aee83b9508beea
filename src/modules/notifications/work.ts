import type { WorkKind } from "#kit/work/define.ts"
import { deliverWork } from "./deliver.ts"
import type { MailTransport } from "./mail-transport.ts"

/** Every work of this module with its body, for whoever plays work. */
export function notificationsWork(means: { readonly mail: MailTransport }): WorkKind[] {
  return [deliverWork(means.mail)]
}
