import { data, type RouterContextProvider, redirect, redirectDocument } from "react-router"
import type { ApiProblem } from "#kit/problem.ts"
import { apiContext, type PageServices } from "./api-context.ts"
import { isApiProblem, type ProblemFacts } from "./api-problem.ts"
import { wayOut } from "./require-sign-in.ts"

type Context = Readonly<RouterContextProvider>

/** Runs a loader. A foreseen "no" becomes the error page of its status; a missing session leads to sign-in. */
export async function servePage<Answer>(
  { context, request }: { context: Context; request: Request },
  load: (services: PageServices) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await load(context.get(apiContext))
  } catch (error) {
    if (!isApiProblem(error)) throw error
    if (error.status === 401) throw redirect(signInAddress(request))
    leadOut(error, request)
    throw data(problemFacts(error), { status: error.status })
  }
}

/** What a refused form gets back: the words, each at its field, and everything that had been typed. */
export interface FormAnswer {
  readonly problem: ProblemFacts
  readonly values: Readonly<Record<string, string>>
  /** Which form of the page it was. */
  readonly intent: string
  /** Put right, it is sent with this one: under its old key the refusal is kept. */
  readonly nextKey: string
}

export interface SubmittedForm {
  readonly services: PageServices
  readonly values: Readonly<Record<string, string>>
  /** Files that were chosen, by the name of their field. */
  readonly files: Readonly<Record<string, File>>
  readonly intent: string
  /** Hidden in the form since it was rendered: the same form sent twice is one act. */
  readonly key: string
}

/** Runs an action: what it answers (a redirect) or, when refused, the form again with its words. */
export async function serveForm<Answer>(
  { context, request }: { context: Context; request: Request },
  act: (form: SubmittedForm) => Promise<Answer>,
): Promise<Answer | ReturnType<typeof refuseForm>> {
  const services = context.get(apiContext)
  const sent = await request.formData()
  const [values, files] = [readValues(sent), readFiles(sent)]
  const form = {
    services,
    values,
    files,
    intent: values["intent"] ?? "",
    key: values["key"] || services.newKey(),
  }
  try {
    return await retryWhileTwinRuns(() => act(form))
  } catch (error) {
    if (!isApiProblem(error)) throw error
    if (error.status === 401 && form.intent !== "sign-in") throw redirect(signInAddress(request))
    if (error.code === "identity.proof_needed") throw redirectDocument(proofAddress(request))
    leadOut(error, request)
    return refuseForm(error, form)
  }
}

/** Some refusals have a page that puts things right: people are taken there. */
function leadOut({ code }: ApiProblem, request: Request): void {
  const out = wayOut(code, ownAddress(request))
  if (out) throw redirectDocument(out)
}

function refuseForm(problem: ApiProblem, form: SubmittedForm) {
  const answer: FormAnswer = {
    problem: problemFacts(problem),
    values: withoutSecrets(form.values),
    intent: form.intent,
    nextKey: form.services.newKey(),
  }
  return data(answer, { status: problem.status })
}

/**
 * A double click sends the same key twice. The API lets one through and tells the twin to come back;
 * three times the time an ordinary call takes is enough, then the twin shows the refusal.
 */
async function retryWhileTwinRuns<Answer>(act: () => Promise<Answer>): Promise<Answer> {
  for (let round = 1; ; round += 1) {
    try {
      return await act()
    } catch (error) {
      const isTwin = isApiProblem(error) && error.status === 409 && error.retryAfterSeconds !== undefined
      if (!isTwin || round === 6) throw error
      await new Promise((resolve) => setTimeout(resolve, 250 * round))
    }
  }
}

function problemFacts(problem: ApiProblem): ProblemFacts {
  const { status, code, title, detail, errors } = problem
  return { status, code, title, detail, errors: errors.map((error) => ({ ...error })) }
}

function readValues(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form.entries()].filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  )
}

/** A field that was left empty sends a file without a name. */
function readFiles(form: FormData): Record<string, File> {
  return Object.fromEntries(
    [...form.entries()].filter(
      (entry): entry is [string, File] => typeof entry[1] !== "string" && entry[1].name !== "",
    ),
  )
}

/** A password is never written back into a page. */
function withoutSecrets(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !/(password|passkey)$/.test(name)))
}

function signInAddress(request: Request): string {
  return `/sign-in?to=${encodeURIComponent(ownAddress(request))}`
}

/** Where people show that it is them, before a dangerous act; and back again. */
function proofAddress(request: Request): string {
  return `/prove?to=${encodeURIComponent(ownAddress(request))}`
}

function ownAddress(request: Request): string {
  const url = new URL(request.url)
  return localPath(`${url.pathname}${url.search}`)
}

/** Only an address of our own may follow a sign-in: "//elsewhere" and "/\elsewhere" are not. */
export function localPath(text: string | null | undefined, otherwise = "/portal"): string {
  const plain = (text ?? "").replace(/^\/ko(?=\/|$)/, "")
  if (!/^\/(?![/\\])[^\\\s]*$/.test(plain)) return otherwise
  const [path = "/", query] = plain.split("?")
  const rest = new URLSearchParams(query)
  rest.delete("_routes")
  return `${path.replace(/\.data$/, "")}${rest.size > 0 ? `?${rest}` : ""}`
}
