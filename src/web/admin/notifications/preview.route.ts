import type { ActionFunctionArgs, LoaderFunctionArgs } from "react-router"
import type { PageServices } from "../../api-context.ts"
import { isApiProblem } from "../../api-problem.ts"
import { requireOperator } from "../../require-sign-in.ts"
import { servePage } from "../../serve-page.ts"
import { mailDocument, plainDocument, readLook, withHead } from "./mail-frame.ts"
import { readTrial, type Trial } from "./templates.ts"

/** What goes out now, for the frame beside the editor. */
export function loader(args: LoaderFunctionArgs) {
  const search = new URL(args.request.url).searchParams
  return servePage(args, async (services) => {
    requireOperator(services, args.request)
    const { words } = await services.api.notifications.templates.get({ id: args.params["template"] ?? "" })
    const asked = Object.fromEntries(search)
    const trial = readTrial(asked)
    return show(
      services,
      { ...trial, id: args.params["template"] ?? "", words: words[trial.language] },
      asked,
    )
  })
}

/** What is being written, not saved anywhere. */
export function action(args: ActionFunctionArgs) {
  return servePage(args, async (services) => {
    requireOperator(services, args.request)
    const sent = await args.request.formData()
    const values = Object.fromEntries(
      [...sent].map(([name, value]) => [name, typeof value === "string" ? value : ""]),
    )
    return show(services, { ...readTrial(values), id: args.params["template"] ?? "" }, values)
  })
}

async function show(
  { api }: PageServices,
  trial: Trial & { readonly id: string },
  { look: asked, part }: Readonly<Record<string, string | undefined>>,
): Promise<Response> {
  const look = readLook(asked)
  try {
    const { subject, text, html } = await api.notifications.templates.preview(trial)
    if (part === "text") return plainDocument(`${subject}\n\n${text}`, look)
    return mailDocument(withHead(html, [subject]), look)
  } catch (error) {
    // What is wrong with the words is what the writer wants to see here; anything else is the page's.
    if (!isApiProblem(error) || error.status !== 422) throw error
    const told = error.errors.map(({ pointer, detail }) => `${pointer.replace("/words/", "")}: ${detail}`)
    return plainDocument(told.join("\n") || error.detail, look)
  }
}
