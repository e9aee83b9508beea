import { browserAbuses } from "#app/testing/oauth-browser-abuses.ts"
import { codeAbuses } from "#app/testing/oauth-code-abuses.ts"
import { tokenAbuses } from "#app/testing/oauth-token-abuses.ts"
import type { Story } from "./story.ts"

/** The shop as a sign-in for other programs: what is known to go wrong with that, tried by hand. */
export const provePrograms: readonly Story[] = [...codeAbuses, ...browserAbuses, ...tokenAbuses]
