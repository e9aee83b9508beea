/** One line of a proof: what is claimed, and the figure that was measured. */
export interface Figure {
  /** Undefined: nothing is promised, the figure is merely told. */
  readonly holds: boolean | undefined
  readonly words: string
  readonly figure: string
}

export function judge(holds: boolean, words: string, figure: string): Figure {
  return { holds, words, figure }
}

export function say({ holds, words, figure }: Figure): string {
  const verdict = holds === undefined ? "told  " : holds ? "holds " : "FAILED"
  return `${verdict}  ${words}: ${figure}`
}
