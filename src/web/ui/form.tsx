import { createContext, type ReactNode, useContext, useEffect, useId, useRef } from "react"
import { Form, useNavigation } from "react-router"
import { fieldName } from "../api-problem.ts"
import { useWords } from "../i18n/use-words.ts"
import type { FormAnswer } from "../serve-page.ts"
import { Banner } from "./banner.tsx"
import { Button, type ButtonProps } from "./button.tsx"
import { words } from "./words.ts"

interface FormState {
  readonly id: string
  readonly answer: FormAnswer | undefined
  readonly errors: ReadonlyMap<string, string>
}

const FormContext = createContext<FormState>({ id: "", answer: undefined, errors: new Map() })

export interface PageFormProps {
  /** Names the form among those of its page. */
  readonly intent: string
  /** Makes the same form sent twice one act; rendered by the server. Once refused, it has another one. */
  readonly formKey?: string
  readonly answer?: FormAnswer | undefined
  readonly action?: string
  readonly className?: string
  /** It sends a file as well. */
  readonly isUpload?: boolean
  readonly children: ReactNode
}

/**
 * A writing form. Works without scripts; where a page hydrates, it sends without a reload. Refused, it keeps
 * what was typed, shows each message at its field and leads the reader to the first of them.
 */
export function PageForm({
  intent,
  formKey,
  answer,
  action,
  className = "space-y-4",
  isUpload,
  children,
}: PageFormProps) {
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const mine = answer?.intent === intent ? answer : undefined
  const errors = new Map(
    (mine?.problem.errors ?? []).map((error) => [fieldName(error.pointer), error.detail] as const),
  )
  useEffect(() => {
    if (!mine) return
    const wrong = form.current?.querySelector<HTMLElement>("[aria-invalid=true]")
    const place = wrong ?? form.current?.querySelector<HTMLElement>("[role=alert]")
    place?.focus()
  }, [mine])
  return (
    <FormContext value={{ id, answer: mine, errors }}>
      <Form
        ref={form}
        method="post"
        action={action}
        encType={isUpload ? "multipart/form-data" : undefined}
        className={className}
        preventScrollReset
      >
        <input type="hidden" name="intent" value={intent} />
        {formKey ? <input type="hidden" name="key" value={mine?.nextKey ?? formKey} /> : null}
        {mine ? <FormProblem answer={mine} count={errors.size} /> : null}
        {children}
      </Form>
    </FormContext>
  )
}

function FormProblem({ answer, count }: { answer: FormAnswer; count: number }) {
  const say = useWords(words)
  return (
    <div className="col-span-full">
      <Banner tone="bad" isAlert>
        {count > 0 ? say("formWrong", { count }) : answer.problem.detail}
      </Banner>
    </div>
  )
}

/** An input's own attributes: its id, what was typed before, what is wrong and where that is said. */
export function useFieldState(name: string, defaultValue: unknown, hasHelp: boolean) {
  const { id: formId, answer, errors } = useContext(FormContext)
  const id = `${formId}${name.replaceAll("/", "-")}`
  const error = errors.get(name)
  const described = [error ? `${id}-error` : "", hasHelp ? `${id}-help` : ""].filter(Boolean).join(" ")
  const isFirstWrong = error !== undefined && errors.keys().next().value === name
  const typed = answer?.values[name]
  return {
    id,
    error,
    typed,
    /** Then what was ticked is known, and what was not as well. */
    isAnswered: answer !== undefined,
    attributes: {
      id,
      name,
      defaultValue: (typed ?? defaultValue) as string | undefined,
      autoFocus: isFirstWrong || undefined,
      "aria-invalid": error ? (true as const) : undefined,
      "aria-describedby": described || undefined,
    },
  }
}

/** Says that it is working and cannot be pressed again meanwhile (where the page hydrates). */
export function SubmitButton({ children, ...rest }: ButtonProps) {
  const say = useWords(words)
  const navigation = useNavigation()
  const isSending = navigation.state !== "idle" && navigation.formMethod === "POST"
  return (
    <Button
      {...rest}
      // A name of its own would hide from some what all others read meanwhile.
      aria-label={isSending ? undefined : rest["aria-label"]}
      aria-disabled={isSending || undefined}
      disabled={isSending}
    >
      {isSending ? say("working") : children}
    </Button>
  )
}
