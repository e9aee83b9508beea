import type { PanelOwner } from "./drivers/driver.ts"

export function describeOwner(
  relation: number,
  account: { name: string; email: string; language: "en" | "ko" },
): PanelOwner {
  return { relation, name: account.name, email: account.email, language: account.language }
}
