import type { Way } from "./navigation.ts"

/** What a pressed key asks of the page. */
export type Wish =
  | { readonly kind: "palette" | "keys" | "filter" | "lead" }
  | { readonly kind: "go"; readonly to: string }
  | { readonly kind: "list"; readonly key: string }

export interface Press {
  readonly key: string
  readonly hasCommand: boolean
  readonly isTyping: boolean
  /** "g" was pressed just before. */
  readonly isAfterLead: boolean
}

/** Pure: a key and where it was pressed in, what it means out. Nothing, when it is the page's or the browser's own. */
export function readPress(press: Press, ways: readonly Way[]): Wish | undefined {
  const key = press.key.toLowerCase()
  if (press.hasCommand) return key === "k" ? { kind: "palette" } : undefined
  if (press.isTyping) return undefined
  if (press.isAfterLead) {
    const way = ways.find((one) => one.key === key)
    return way ? { kind: "go", to: way.to } : undefined
  }
  if (press.key === "?") return { kind: "keys" }
  if (key === "/") return { kind: "filter" }
  if (key === "g") return { kind: "lead" }
  return ["j", "k", "x"].includes(key) ? { kind: "list", key } : undefined
}
