/** One line of a proof: what is claimed, the figure that was measured, and whether it was so. */
export interface Claim {
  /** Undefined: nothing is promised, the figure is merely told. */
  readonly holds: boolean | undefined
  readonly words: string
  /** Absent where the words hold it already. */
  readonly figure?: string
}

export function judge(holds: boolean, words: string, figure?: string): Claim {
  return { holds, words, ...(figure === undefined ? {} : { figure }) }
}

export function say({ holds, words, figure }: Claim): string {
  const verdict = holds === undefined ? "told  " : holds ? "holds " : "FAILED"
  return `${verdict}  ${words}${figure === undefined ? "" : `: ${figure}`}`
}

/** Prints them all; true when none failed, and there were any. */
export function tell(claims: readonly Claim[]): boolean {
  console.log()
  for (const claim of claims) console.log(say(claim))
  return claims.length > 0 && claims.every(({ holds }) => holds !== false)
}
