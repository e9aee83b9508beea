import type { Language, Say } from "./refusal.ts"

/** Sentences that are kept in English and never changed, like books and the audit, and said in the reader's language. */
export interface KeptWords {
  /** As it is kept. */
  keep(sentence: Say, facts?: Readonly<Record<string, string>>): string
  /**
   * What none of the sentences was made of stays as it is: older releases' words, and people's own. `tell` says a fact
   * as people read it: a day, a name.
   */
  say(kept: string, language: Language, tell?: (fact: string, name: string) => string): string
}

export function keptWords(sentences: readonly Say[]): KeptWords {
  const patterns = sentences.map((sentence) => ({ sentence, pattern: patternOf(sentence.en) }))
  return {
    keep: (sentence, facts = {}) => fill(sentence.en, facts),
    say: (kept, language, tell) => {
      if (language === "en" && !tell) return kept
      for (const { sentence, pattern } of patterns) {
        const facts = pattern.exec(kept)
        if (facts) return fill(sentence[language], facts.groups ?? {}, tell)
      }
      return kept
    },
  }
}

function fill(
  sentence: string,
  facts: Readonly<Record<string, string>>,
  tell = (fact: string, _name: string) => fact,
): string {
  return sentence.replace(/\{(\w+)\}/g, (_whole, name: string) => tell(facts[name] ?? "", name))
}

/** Facts are numbers, ids and days: no blanks in them. Only what is called `reason` may be anybody's whole sentence. */
function patternOf(sentence: string): RegExp {
  const escaped = sentence.replace(/[.*+?^$()|[\]\\]/g, "\\$&")
  const facts = escaped.replace(/\{(\w+)\}/g, (_whole, name: string) =>
    name === "reason" ? "(?<reason>.+)" : `(?<${name}>\\S+?)`,
  )
  return new RegExp(`^${facts}$`, "s")
}
