import { z } from "zod"
import type { valueShape } from "./contract.ts"
import type { Template } from "./template.ts"

type Value = z.infer<typeof valueShape>

interface Shape {
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly string[]
  readonly items?: Shape
  readonly properties?: Readonly<Record<string, Shape>>
  readonly $ref?: string
  readonly anyOf?: readonly Shape[]
}

/** What a template is given, read from the shape its data must have, and how each of it is put into words. */
export function listValues(template: Pick<Template, "data" | "secrets">): Value[] {
  const { properties = {} } = z.toJSONSchema(template.data) as Shape
  return Object.entries(properties).map(([name, shape]) => {
    const kind = kindOf(shape)
    return { name, kind, usage: usageOf(name, shape), isSecret: template.secrets.includes(name) }
  })
}

/** What may be missing is one of two: something, or null. */
function presentOf(shape: Shape): Shape {
  return shape.anyOf?.find(({ type }) => type !== "null") ?? shape
}

function kindOf(wide: Shape): Value["kind"] {
  const shape = presentOf(wide)
  if (shape.$ref?.endsWith("/Money")) return "amount"
  if (shape.enum) return "choice"
  if (shape.type === "array") return "list"
  if (shape.type === "boolean") return "yes_no"
  if (shape.format === "uri") return "link"
  return shape.format === "date" ? "day" : "text"
}

function usageOf(name: string, wide: Shape): string {
  const shape = presentOf(wide)
  if (shape !== wide) return `{% if ${name} %}${usageOf(name, shape)}{% endif %}`
  const kind = kindOf(shape)
  if (kind === "amount") return `{{ ${name} | money }}`
  if (kind === "day") return `{{ ${name} | day }}`
  if (kind === "yes_no") return `{% if ${name} %}…{% else %}…{% endif %}`
  if (kind === "choice") {
    const cases = shape.enum?.map((one) => `{% when "${one}" %}…`).join("") ?? ""
    return `{% case ${name} %}${cases}{% endcase %}`
  }
  if (kind !== "list") return `{{ ${name} }}`
  const parts = Object.entries(shape.items?.properties ?? {})
  const inner = parts.map(([part, of]) => usageOf(`one.${part}`, of)).join(" ")
  return `{% for one in ${name} %}${inner || usageOf("one", shape.items ?? {})}{% endfor %}`
}
