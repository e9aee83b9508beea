const MOST_REMEMBERED = 5_000
/** What comes in a header is short; a caller may write anything there. */
const LONGEST_REMEMBERED = 200

/** What is read out of the same words again and again, read once. */
export function remember<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined || known.has(text)) return found as Answer
    const answer = read(text)
    if (text.length > LONGEST_REMEMBERED) return answer
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(text, answer)
    return answer
  }
}
