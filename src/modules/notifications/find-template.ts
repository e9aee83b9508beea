import { templates } from "./catalogue.ts"
import type { Template } from "./template.ts"

export function findTemplate(name: string): Template | undefined {
  return templates.find((template) => template.name === name)
}
