import type { Say } from "../../i18n/say.ts"
import { words } from "./step.words.ts"

type Key = keyof (typeof words)["en"]

/** A step we have no words for is shown by its own name, made readable. */
export function sayStep(say: Say<Key>, name: string): string {
  return name in words.en ? say(name as Key) : name.replaceAll("-", " ")
}
