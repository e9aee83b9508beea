import { randomBytes } from "node:crypto"

export function randomId(prefix: string): string {
  return `${prefix}_${randomBytes(16).toString("hex")}`
}
