import type { Say } from "../../i18n/say.ts"
import { words } from "./step.words.ts"

type Key = keyof (typeof words)["en"]

const families = (Object.keys(words.en) as Key[])
  .filter((key) => key.endsWith("*"))
  .sort((first, second) => second.length - first.length)

/** A step we have no words for is shown by its own name, made readable. */
export function sayStep(say: Say<(typeof words)["en"]>, name: string): string {
  if (name in words.en) return say(name as Key)
  const family = families.find((key) => name.startsWith(key.slice(0, -1)))
  if (family) return `${say(family)} (${name.slice(family.length - 1)})`
  return name.replaceAll("-", " ")
}
