import { useWords } from "../../i18n/use-words.ts"
import { words } from "./words.ts"

/** "Cash · sandbox-card"; a role's name alone where all customers are meant. */
export function useAccountName(): (account: string) => string {
  const say = useWords(words)
  return (account) => {
    const [role = "", owner] = account.split(":")
    const key = `role.${role}`
    const name = key in words.en ? say(key as "role.cash") : role
    return owner ? `${name} · ${owner}` : name
  }
}
