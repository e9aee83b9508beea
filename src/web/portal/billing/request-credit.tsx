import type { WireMoney } from "#kit/money.ts"
import type { PageServices } from "../../api-context.ts"
import { formatAmount } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import type { FormAnswer, SubmittedForm } from "../../serve-page.ts"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { words } from "./request-credit.words.ts"

export interface RequestCreditProps {
  readonly request: { readonly fromCredit: WireMoney; readonly left: WireMoney }
  /** What the account could spend on it; null where the shop uses no credit, or there is none. */
  readonly spendable: WireMoney | null
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

/** What account credit pays of an open request, and the choice to use it or to keep it. */
export function RequestCredit({ request, spendable, formKey, answer }: RequestCreditProps) {
  const say = useWords(words)
  const language = useLanguage()
  const { fromCredit, left } = request
  if (fromCredit.minor !== "0") {
    const amounts = { used: formatAmount(fromCredit, language), left: formatAmount(left, language) }
    return (
      <PageForm intent="keep-credit" formKey={`${formKey}:keep`} answer={answer}>
        <p>{say("used", amounts)}</p>
        <SubmitButton look="secondary" size="small">
          {say("keep")}
        </SubmitButton>
      </PageForm>
    )
  }
  if (!spendable) return null
  return (
    <PageForm intent="use-credit" formKey={`${formKey}:use`} answer={answer}>
      <p>{say("available", { amount: formatAmount(spendable, language) })}</p>
      <SubmitButton look="secondary" size="small">
        {say("use")}
      </SubmitButton>
    </PageForm>
  )
}

/** Whoever may not see the account's credit is offered none of it. */
export async function findSpendable(
  { api, me }: PageServices,
  request: { readonly accountId: string; readonly total: WireMoney },
): Promise<WireMoney | null> {
  if (!me.permissions.includes("credit.entries.read")) return null
  const { items, isApplied } = await api.credit.standing({ accountId: request.accountId })
  const available = items.find(({ currency }) => currency === request.total.currency)?.available
  return isApplied && available && available.minor !== "0" ? available : null
}

/** Whether the form was about credit; if so, it is done. */
export async function actOnCredit({ services, key, intent }: SubmittedForm, id: string): Promise<boolean> {
  const { paymentRequests } = services.withKey(key).billing
  if (intent === "use-credit") await paymentRequests.useCredit({ id })
  else if (intent === "keep-credit") await paymentRequests.keepCredit({ id })
  else return false
  return true
}
