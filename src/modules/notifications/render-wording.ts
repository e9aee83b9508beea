import type { Wording } from "./find-wording.ts"
import { type RenderedMessage, type Rendering, renderMessage } from "./render-message.ts"
import type { Template } from "./template.ts"

export interface RenderedWording extends RenderedMessage {
  readonly wordingId: string | null
  /** Why the house's words stand here although the shop has its own. */
  readonly warning: string | null
}

/**
 * In the shop's own words where it has any. They were tried before they were kept; if they fail at a mail's own data all
 * the same, the house's go out and the reason is kept with the mail: better other words than no mail.
 */
export function renderWording<Data>(
  template: Template<Data>,
  rendering: Rendering<NoInfer<Data>>,
  wording: Wording | undefined,
): RenderedWording {
  if (!wording?.words) return { ...renderMessage(template, rendering), wordingId: null, warning: null }
  try {
    const rendered = renderMessage(template, { ...rendering, words: wording.words })
    return { ...rendered, wordingId: wording.id, warning: null }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { ...renderMessage(template, rendering), wordingId: null, warning: why.slice(0, 500) }
  }
}
