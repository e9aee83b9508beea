import { languages } from "../../i18n/languages.ts"
import type { SettingsPlace } from "./settings-list.ts"
import { words } from "./settings-list.words.ts"

/** All that a setting is found by, in both languages: for loaders, since a browser has the words of one alone. */
export function wordsOfSetting(name: SettingsPlace["name"]): string {
  const keys = [name, `${name}.what`, `${name}.search`] as const
  return languages.flatMap((language) => keys.map((key) => words[language][key])).join(" ")
}

/** Whether each of the words stands there. */
export function isSettingFound(name: SettingsPlace["name"], search: string): boolean {
  const text = wordsOfSetting(name).toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
