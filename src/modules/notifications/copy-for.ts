import type { WantedCopy } from "./select-copies.ts"
import type { MessageWish } from "./write-message.ts"

/** To a colleague: in the account's language, and with their own name where it begins with one. */
export function copyFor<Data>(
  wish: MessageWish<Data>,
  { personId, name, address }: WantedCopy,
): MessageWish<Data> {
  const { accountId: _accountId, data, ...rest } = wish
  const named = typeof data === "object" && data !== null && "name" in data ? { ...data, name } : data
  return { ...rest, data: named, to: { name, address }, key: `${wish.key}:copy:${personId}` }
}
