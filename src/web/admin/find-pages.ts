import type { Finder, Found } from "./found.ts"
import { innerPages } from "./inner-pages.ts"
import { words as innerWords } from "./inner-pages.words.ts"
import { navigation } from "./navigation.ts"
import { topics } from "./tenancy/settings-list.ts"
import { words as settingWords } from "./tenancy/settings-list.words.ts"
import { wordsOfSetting } from "./tenancy/words-of-setting.ts"
import { words } from "./words.ts"

interface PageOfAdmin {
  readonly to: string
  readonly permission: string | undefined
  readonly name: Readonly<Record<"en" | "ko", string>>
  /** What else it is found by, in both languages. */
  readonly more: readonly string[]
}

/** Every page of the admin that has an address of its own. Where two lists name one, the first gives the name. */
export const pagesOfAdmin: readonly PageOfAdmin[] = [
  ...navigation.flatMap(({ ways }) =>
    ways.map(({ to, permission, word }) => ({ to, permission, name: named(words, word), more: [] })),
  ),
  ...innerPages.map(({ to, permission, word }) => ({
    to,
    permission,
    name: named(innerWords, word),
    more: [],
  })),
  ...topics.flatMap(({ places }) =>
    places.map(({ to, permission, name }) => ({
      to,
      permission,
      name: named(settingWords, name),
      more: [wordsOfSetting(name)],
    })),
  ),
]

const most = 8

/** By every word of the text, in either language: a Korean reader types "refund" as well as "환불". */
export function findPages({ may, language }: Finder, text: string): Found[] {
  const asked = text.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = (where: string) => asked.every((word) => where.toLowerCase().includes(word))
  const allowed = pagesOfAdmin.filter(({ permission }) => !permission || may(permission))
  const byName = allowed.filter(({ name, to }) => fits(`${name.en} ${name.ko} ${to}`))
  const byMore = allowed.filter(({ name, more }) => fits([name.en, name.ko, ...more].join(" ")))
  return [...byName, ...byMore]
    .filter(({ to }, index, all) => all.findIndex((one) => one.to === to) === index)
    .slice(0, most)
    .map(({ to, name }) => ({ kind: "page", to, label: name[language], about: "" }))
}

function named<Key extends string>(from: Record<"en" | "ko", Readonly<Record<Key, string>>>, key: Key) {
  return { en: from.en[key], ko: from.ko[key] }
}
