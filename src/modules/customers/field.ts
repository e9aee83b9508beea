import type { fieldKinds } from "./field-contract.ts"

export interface Field {
  readonly id: string
  readonly name: string
  readonly kind: (typeof fieldKinds)[number]
  readonly choices: readonly string[]
}

/** More is a form nobody fills in. */
export const MOST_FIELDS = 30

/** Pure: a value as its kind writes it; undefined when it is none. */
export function readFieldValue(field: Pick<Field, "kind" | "choices">, typed: string): string | undefined {
  const text = typed.normalize("NFC").trim()
  switch (field.kind) {
    case "text":
      return text.length <= 500 ? text : undefined
    case "number":
      return /^-?\d{1,12}(\.\d{1,6})?$/.test(text) ? text : undefined
    case "date":
      return isDate(text) ? text : undefined
    case "choice":
      return field.choices.find((choice) => choice.toLowerCase() === text.toLowerCase())
    case "yes_no":
      return yesOrNo[text.toLowerCase()]
  }
}

const yesOrNo: Readonly<Record<string, "yes" | "no">> = {
  yes: "yes",
  true: "yes",
  "1": "yes",
  예: "yes",
  no: "no",
  false: "no",
  "0": "no",
  아니요: "no",
  아니오: "no",
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number)
  const date = month >= 1 && month <= 12 && Temporal.PlainDate.from({ year, month, day: Math.max(day, 1) })
  return date !== false && date.toString() === text
}
