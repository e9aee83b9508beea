import { useWords } from "../../i18n/use-words.ts"
import { words } from "./words.ts"

/**
 * "Cash · demo card", "Owed by customers · Demo Bakery"; a role's name alone where all customers are meant, or where its
 * part says no more.
 */
export function useAccountName(): (account: string, customerName?: string | null) => string {
  const say = useWords(words)
  return (account, customerName) => {
    const [role = "", owner] = account.split(":")
    const key = `role.${role}`
    const name = key in words.en ? say(key as "role.cash") : role
    if (!owner || (role === "tax" && owner === "payable") || (role === "goodwill" && owner === "credit"))
      return name
    if (customerName) return `${name} · ${customerName}`
    const part = `part.${owner}`
    return `${name} · ${part in words.en ? say(part as "part.hosting") : owner}`
  }
}
