import type { Template } from "./template.ts"

/** What a hostile customer would call themselves: markup, a header, and Liquid of their own. */
export const HOSTILE_WORDS = `<script>alert("x")</script>\r\nBcc: victim@example.com {{ 7 | times: 6 }} {% include "/etc/passwd" %}`

/** The sample with hostile words wherever the template takes free text. */
export function spoilSample<Data>(template: Pick<Template<Data>, "data">, sample: Data): Data {
  let spoiled = sample
  for (const path of listTexts(sample)) {
    const tried = setAt(spoiled, path) as Data
    if (template.data.safeParse(tried).success) spoiled = tried
  }
  return spoiled
}

type Path = readonly (string | number)[]

function listTexts(value: unknown, path: Path = []): Path[] {
  if (typeof value === "string") return [path]
  if (Array.isArray(value)) return value.flatMap((part, at) => listTexts(part, [...path, at]))
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => listTexts(part, [...path, name]))
}

function setAt(value: unknown, [step, ...rest]: Path): unknown {
  if (step === undefined) return HOSTILE_WORDS
  if (Array.isArray(value)) return value.map((part, at) => (at === step ? setAt(part, rest) : part))
  const parts = value as Readonly<Record<string, unknown>>
  return { ...parts, [step]: setAt(parts[step], rest) }
}
