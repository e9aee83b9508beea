import { Form } from "react-router"
import { useWords } from "../i18n/use-words.ts"
import { Button } from "../ui/button.tsx"
import { useRoot } from "../use-root.ts"
import { words } from "./words.ts"

/** For people in several accounts. With one there is nothing to choose, and nothing is shown. */
export function AccountSwitch() {
  const say = useWords(words)
  const accounts = useRoot()?.me.accounts ?? []
  if (accounts.length < 2) return null
  return (
    <Form method="post" action="/portal/account" reloadDocument className="flex items-center gap-2">
      <label className="sr-only" htmlFor="chosen-account">
        {say("account")}
      </label>
      <select
        id="chosen-account"
        name="account"
        defaultValue={accounts[0]?.id}
        className="border-line-strong bg-surface rounded-box min-h-9 w-full min-w-0 border px-2 text-sm"
      >
        {accounts.map((account) => (
          <option key={account.id} value={account.id}>
            {account.name}
          </option>
        ))}
      </select>
      <Button look="secondary">{say("switch")}</Button>
    </Form>
  )
}
