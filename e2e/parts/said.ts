/**
 * What a page says for one of its words, as something to look for: parts that are filled in may be anything.
 * The words themselves are read from the pages' own lists, so a better wording breaks no journey.
 */
export function said(word: string): RegExp {
  const parts = word.split(/\{[^{}]*\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"))
  return new RegExp(`^\\s*${parts.join(".+")}\\s*$`)
}
