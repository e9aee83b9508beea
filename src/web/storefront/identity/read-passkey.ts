/** What the page's script put into the field; anything else is answered as any passkey that is not one. */
export function readPasskey(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // No JSON, so no passkey's answer: the door says no to that by itself.
    return undefined
  }
}
