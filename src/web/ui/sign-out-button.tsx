import { Form } from "react-router"
import { useWords } from "../i18n/use-words.ts"
import { useRoot } from "../use-root.ts"
import { words } from "./words.ts"

export function SignOutButton() {
  const say = useWords(words)
  const me = useRoot()?.me
  return (
    <Form method="post" action="/sign-out" reloadDocument className="flex items-center gap-3">
      <span className="text-muted hidden max-w-40 truncate md:inline">{me?.person?.name}</span>
      <button type="submit" className="text-muted py-2 underline">
        {say("signOut")}
      </button>
    </Form>
  )
}
