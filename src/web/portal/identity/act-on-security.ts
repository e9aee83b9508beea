import type { PageServices } from "../../api-context.ts"
import type { FormAnswer, SubmittedForm } from "../../serve-page.ts"
import { readPasskey } from "../../storefront/identity/read-passkey.ts"

export type Security = Awaited<ReturnType<PageServices["api"]["identity"]["security"]["get"]>>

/** What has just happened, and what is shown this once: a secret to scan, or codes to keep. */
export interface SecurityAnswer {
  readonly did:
    | "begun"
    | "factorOn"
    | "factorOff"
    | "codesReplaced"
    | "passkeyAdded"
    | "passkeyRemoved"
    | "sessionEnded"
    | "othersEnded"
    | "consentsSaved"
    | "programTakenBack"
    | "disconnected"
  readonly begun?: { readonly address: string; readonly secret: string; readonly picture: string }
  readonly recoveryCodes?: readonly string[]
}

/** What each card of the page is given. */
export interface SecurityParts {
  readonly security: Security
  readonly formKey: string
  readonly refused: FormAnswer | undefined
  readonly done: SecurityAnswer | undefined
}

type PasskeyMade = Parameters<PageServices["api"]["identity"]["security"]["addPasskey"]>[0]["response"]
type Acts = Readonly<Record<string, (form: SubmittedForm) => Promise<SecurityAnswer>>>

const acts: Acts = {
  "begin-factor": async ({ services }) => ({
    did: "begun",
    begun: await services.api.identity.security.beginSecondFactor(),
  }),
  "confirm-factor": async ({ services, values }) => {
    const code = values["code"] ?? ""
    const { recoveryCodes } = await services.api.identity.security.confirmSecondFactor({ code })
    return { did: "factorOn", recoveryCodes }
  },
  "remove-factor": async ({ services }) => {
    await services.api.identity.security.removeSecondFactor()
    return { did: "factorOff" }
  },
  "replace-codes": async ({ services }) => {
    const { recoveryCodes } = await services.api.identity.security.replaceRecoveryCodes()
    return { did: "codesReplaced", recoveryCodes }
  },
  "add-passkey": async ({ services, values }) => {
    const response = readPasskey(values["passkey"] ?? "") as PasskeyMade
    await services.api.identity.security.addPasskey({ name: values["name"] ?? "", response })
    return { did: "passkeyAdded" }
  },
  "remove-passkey": async ({ services, values }) => {
    await services.api.identity.security.removePasskey({ id: values["id"] ?? "" })
    return { did: "passkeyRemoved" }
  },
  "end-session": async ({ services, values }) => {
    await services.api.identity.security.endSession({ id: values["id"] ?? "" })
    return { did: "sessionEnded" }
  },
  "end-others": async ({ services }) => {
    await services.api.identity.security.endOtherSessions()
    return { did: "othersEnded" }
  },
  disconnect: async ({ services, values }) => {
    await services.api.federation.connections.remove({ id: values["id"] ?? "" })
    return { did: "disconnected" }
  },
  "take-back-program": async ({ services, values }) => {
    await services.api.oauth.grants.withdraw({ id: values["id"] ?? "" })
    return { did: "programTakenBack" }
  },
  consents: async ({ services, values }) => {
    const isTicked = (name: string) => values[name] === "yes"
    await services.api.identity.consents.save({
      marketingMail: isTicked("marketingMail"),
      marketingSms: isTicked("marketingSms"),
      night: isTicked("night"),
    })
    return { did: "consentsSaved" }
  },
}

export function actOnSecurity(form: SubmittedForm): Promise<SecurityAnswer> {
  const act = acts[form.intent]
  if (!act) throw new Error(`The page has no form called ${form.intent}.`)
  return act(form)
}
