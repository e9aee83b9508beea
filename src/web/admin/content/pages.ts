import type { PageServices } from "../../api-context.ts"

type Pages = PageServices["api"]["content"]["pages"]
export type Page = Awaited<ReturnType<Pages["get"]>>
export type PageItem = Awaited<ReturnType<Pages["list"]>>["items"][number]
export type Version = Page["versions"][number]

/** Where visitors read it. */
export function shopPathOf({ kind, slug }: Pick<PageItem, "kind" | "slug">): string {
  if (kind === "news") return `/news/${slug}`
  return kind === "guide" ? `/guides/${slug}` : `/${slug}`
}

/** What the two-language form sends. */
export function readText(values: Readonly<Record<string, string>>) {
  const inBoth = (name: string) => ({ en: values[`${name}/en`] ?? "", ko: values[`${name}/ko`] ?? "" })
  return { title: inBoth("title"), summary: inBoth("summary"), body: inBoth("body") }
}
