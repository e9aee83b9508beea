import { type Field, readFieldValue } from "./field.ts"
import type { PlannedRow, RowProblem } from "./planned-row.ts"
import { keyOfName } from "./tag.ts"

export interface ImportFacts {
  readonly fields: readonly Field[]
  readonly country: string
  readonly language: "en" | "ko"
  /** A number that can be rung, as we keep it. */
  readonly readPhone: (text: string, country: string) => string | undefined
}

export interface ImportPlan {
  readonly rows: readonly PlannedRow[]
  readonly unknownColumns: readonly string[]
}

const columns = {
  name: ["name", "이름", "성명"],
  email: ["email", "e-mail", "mail", "이메일", "메일"],
  phone: ["phone", "telephone", "전화번호", "전화", "휴대폰"],
  company: ["company", "회사", "회사명", "상호"],
  country: ["country", "국가"],
  language: ["language", "언어"],
  tags: ["tags", "tag", "태그"],
} as const
type Column = keyof typeof columns

/** Pure: what each line would become, and what is wrong with which of its cells. Which addresses are known is added later. */
export function planImport(lines: readonly (readonly string[])[], facts: ImportFacts): ImportPlan {
  const [head = [], ...body] = lines
  const places = findPlaces(head, facts.fields)
  const seen = new Set<string>()
  return {
    unknownColumns: head.filter((_, index) => !places.used.has(index)).map((one) => one.slice(0, 60)),
    rows: body.map((typed, index) => planRow({ typed, line: index + 2, places, seen }, facts)),
  }
}

interface Places {
  readonly of: Readonly<Partial<Record<Column, number>>>
  readonly fields: readonly { readonly field: Field; readonly place: number }[]
  readonly used: ReadonlySet<number>
}

function findPlaces(head: readonly string[], fields: readonly Field[]): Places {
  const names = head.map((one) => keyOfName(one.replace(/^\uFEFF/, "")))
  const of: Partial<Record<Column, number>> = {}
  for (const column of Object.keys(columns) as Column[]) {
    const place = names.findIndex((name) => (columns[column] as readonly string[]).includes(name))
    if (place >= 0) of[column] = place
  }
  const found = fields
    .map((field) => ({ field, place: names.indexOf(keyOfName(field.name)) }))
    .filter(({ place }) => place >= 0 && !Object.values(of).includes(place))
  return { of, fields: found, used: new Set([...Object.values(of), ...found.map((one) => one.place)]) }
}

interface Reading {
  readonly typed: readonly string[]
  readonly line: number
  readonly places: Places
  /** Addresses of the lines before. */
  readonly seen: Set<string>
}

function planRow({ typed, line, places, seen }: Reading, facts: ImportFacts): PlannedRow {
  const problems: RowProblem[] = []
  const cellOf = (column: Column) => places.of[column] ?? -1
  const text = (column: Column) => plain(typed[cellOf(column)] ?? "")
  const complain = (column: Column, code: RowProblem["code"]) => problems.push({ cell: cellOf(column), code })
  const [name, company, email] = [text("name"), text("company"), text("email").toLowerCase()]
  if (name === "") complain("name", "name_missing")
  if (name.length > 120) complain("name", "too_long")
  if (company.length > 160) complain("company", "too_long")
  if (!isEmail(email)) complain("email", "email_wrong")
  else if (seen.has(email)) complain("email", "email_twice")
  seen.add(email)
  const country = (text("country") || facts.country).toUpperCase()
  if (!/^[A-Z]{2}$/.test(country)) complain("country", "country_wrong")
  const language = text("language").toLowerCase() || facts.language
  if (language !== "en" && language !== "ko") complain("language", "language_wrong")
  const phone = text("phone") === "" ? null : facts.readPhone(text("phone"), country)
  if (phone === undefined) complain("phone", "phone_wrong")
  const tags = [...new Set(text("tags").split(/[,;|]/).map(plain).filter(Boolean))]
  if (tags.length > 20 || tags.some((tag) => tag.length > 40)) complain("tags", "tag_wrong")
  const fields: Record<string, string> = {}
  for (const { field, place } of places.fields) {
    const cell = plain(typed[place] ?? "")
    const value = cell === "" ? undefined : readFieldValue(field, cell)
    if (value !== undefined) fields[field.id] = value
    else if (cell !== "") problems.push({ cell: place, code: "value_wrong" })
  }
  return {
    line,
    name,
    email,
    phone: phone ?? null,
    company: company || null,
    country,
    language: language === "ko" ? "ko" : "en",
    tags,
    fields,
    typed: typed.map((cell) => cell.slice(0, 500)),
    problems,
    standing: problems.length > 0 ? "wrong" : "fresh",
  }
}

/** An apostrophe before a formula is what our own export puts there; the cell means what stands behind it. */
function plain(cell: string): string {
  return cell
    .normalize("NFC")
    .trim()
    .replace(/^'(?=[=+\-@＝＋－＠])/, "")
}

function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@"<>(),;:]+@[a-z0-9]([a-z0-9.-]*[a-z0-9])?\.[a-z]{2,}$/i.test(text)
}
