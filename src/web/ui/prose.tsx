import type { Language } from "../i18n/languages.ts"

export interface ProseProps {
  /** From the API's own renderer, which lets no markup through that was typed (content/render-markdown.ts). */
  readonly html: string
  /** Where it isn't the page's: screen readers and line breaks follow it. */
  readonly language?: Language
  readonly className?: string
}

export function Prose({ html, language, className = "" }: ProseProps) {
  return <div lang={language} className={`prose ${className}`} dangerouslySetInnerHTML={{ __html: html }} />
}
