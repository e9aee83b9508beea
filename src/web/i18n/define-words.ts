/** One folder's words, in the types as they are written: a call must give what its message asks for (see say.ts). */
export interface Words<Messages extends Record<string, string>> {
  readonly en: Messages
  readonly ko: Readonly<Record<keyof Messages, string>>
}

/** A key that Korean lacks, or has too much, does not compile. A test holds Korean to the same placeholders. */
export function defineWords<const English extends Record<string, string>>(words: {
  en: English
  ko: NoInfer<Record<keyof English, string>>
}): Words<English> {
  return words
}

/** In the browser, whose page is in one language and stays so: asked for either, these are the words. */
export function inOneLanguage<Messages>(messages: Messages): {
  readonly en: Messages
  readonly ko: Messages
} {
  return { en: messages, ko: messages }
}
