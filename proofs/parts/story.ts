import type { Company } from "#app/testing/company.ts"

/** One flow: plays it, and says what was seen. Throws where a promise is broken. */
export interface Story {
  readonly name: string
  run(company: Company): Promise<string>
}

export function insist(isSo: boolean, words: string): void {
  if (!isSo) throw new Error(words)
}
