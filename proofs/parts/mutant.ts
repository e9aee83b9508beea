/** A bug somebody could make, as a change of a few characters; and the tests that must not let it pass. */
export interface Mutant {
  readonly name: string
  /** From the root. */
  readonly file: string
  /** Occurs in the file exactly once. */
  readonly search: string
  readonly replacement: string
  /** What a company would suffer from it. */
  readonly breaks: string
  /** The smallest tests that see it. */
  readonly tests: readonly string[]
  /** Only those whose name has this in it. */
  readonly named?: string
}

/** The file's text with the bug in it. */
export function plantMutant(
  mutant: Pick<Mutant, "name" | "file" | "search" | "replacement">,
  text: string,
): string {
  const parts = text.split(mutant.search)
  if (parts.length !== 2) {
    throw new Error(
      `"${mutant.name}" finds its text ${parts.length - 1} times in ${mutant.file}: once is meant. The code has moved on; move the mutant along.`,
    )
  }
  return parts.join(mutant.replacement)
}
