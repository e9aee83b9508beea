import type { TemplateWords } from "../template.ts"

export interface LetterWords {
  readonly subject: string
  /** The first line and what follows, in Liquid. */
  readonly before: readonly string[]
  /** One thing to press, and where it leads; the text has the address in full. */
  readonly button?: { readonly label: string; readonly address: string }
  readonly after?: readonly string[]
}

/** Plain paragraphs around one button: what most mails are. Text and html say the same because they are the same words. */
export function letter(words: LetterWords): TemplateWords {
  const { subject, before, button, after = [] } = words
  const address = button ? [`{{ ${button.address} }}`] : []
  const press = button ? [`<p><a class="button" href="{{ ${button.address} }}">${button.label}</a></p>`] : []
  return {
    subject,
    text: `${[...before, ...address, ...after].join("\n\n")}\n`,
    html: [...before.map(paragraph), ...press, ...after.map(paragraph)].join("\n"),
  }
}

function paragraph(words: string): string {
  return `<p>${words}</p>`
}
