import type { PageServices } from "../../api-context.ts"

type Content = PageServices["api"]["content"]
export type Item = Awaited<ReturnType<Content["guides"]["list"]>>["items"][number]
export type Text = Awaited<ReturnType<Content["guides"]["get"]>>
