import { Form } from "react-router"
import { formatInstant } from "../i18n/format.ts"
import { useLanguage, useWords } from "../i18n/use-words.ts"
import { useRoot, useTimeZone } from "../use-root.ts"
import { Button } from "./button.tsx"
import { words } from "./impersonation.words.ts"

/** On every page of shop and portal while staff act as a customer (the admin is closed then): nobody should forget whose account this is. */
export function ImpersonationBanner() {
  const say = useWords(words)
  const language = useLanguage()
  const timeZone = useTimeZone()
  const me = useRoot()?.me
  if (!me?.impersonation) return null
  const { staffName, expiresAt } = me.impersonation
  const values = {
    staff: staffName,
    customer: me.person?.name ?? "",
    at: formatInstant(expiresAt, language, timeZone),
  }
  return (
    <Form
      method="post"
      action="/impersonation/end"
      reloadDocument
      className="bg-bad-soft text-bad border-bad flex flex-wrap items-center justify-center gap-3 border-b px-4 py-2 text-sm font-medium"
    >
      <span role="status">{say("impersonating", values)}</span>
      <Button look="danger">{say("endImpersonation")}</Button>
    </Form>
  )
}
