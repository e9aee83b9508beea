import { useWords } from "../../i18n/use-words.ts"
import { Badge } from "../../ui/badge.tsx"
import type { Tenant } from "./tenants.ts"
import { words } from "./tenants.words.ts"

export function TenantState({ state }: { state: Tenant["state"] }) {
  const say = useWords(words)
  return <Badge tone={state === "open" ? "good" : "bad"}>{say(state)}</Badge>
}
