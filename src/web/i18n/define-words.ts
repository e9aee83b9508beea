/** One folder's words. A key that Korean lacks, or has too much, does not compile. */
export interface Words<Key extends string> {
  readonly en: Readonly<Record<Key, string>>
  readonly ko: Readonly<Record<Key, string>>
}

export function defineWords<const English extends Record<string, string>>(words: {
  en: English
  ko: NoInfer<Record<keyof English, string>>
}): Words<Extract<keyof English, string>> {
  return words
}

/** In the browser, whose page is in one language and stays so: asked for either, these are the words. */
export function inOneLanguage<Messages>(messages: Messages): {
  readonly en: Messages
  readonly ko: Messages
} {
  return { en: messages, ko: messages }
}
