/** Pure: what somebody typed, as the search wants it. Undefined when it is too little to find anybody by. */
export function readNeedle(
  text: string,
): { readonly words: string; readonly digits: string | null } | undefined {
  const words = text.normalize("NFC").trim().toLowerCase()
  // Spaces, hyphens, brackets, dots and a plus are how people write a number; a letter makes it something else.
  const isNumber = /^[\d\s().+/-]+$/.test(words)
  const digits = isNumber ? words.replaceAll(/\D/g, "").replace(/^0+/, "") : ""
  if (words.length < 2) return undefined
  return { words, digits: digits.length >= 3 ? digits : null }
}
