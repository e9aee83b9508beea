import { type ReactNode, useEffect, useId, useRef } from "react"
import { useLocation } from "react-router"
import { useWords } from "../i18n/use-words.ts"
import type { FormAnswer } from "../serve-page.ts"
import { Button, type ButtonProps } from "./button.tsx"
import { PageForm, SubmitButton } from "./form.tsx"
import { knowsCommands } from "./knows-commands.ts"
import { words } from "./words.ts"

export interface ConfirmDialogProps {
  /** On the button that opens it, and on the one that does it. */
  readonly label: string
  readonly look?: ButtonProps["look"]
  readonly title: string
  /** What will happen, in plain words, before it happens. */
  readonly consequence: ReactNode
  readonly intent: string
  readonly formKey: string
  readonly answer?: FormAnswer | undefined
  /** Further fields: a reason, for example. */
  readonly children?: ReactNode
}

/**
 * Asks before it acts. The browser's own dialog brings the trapped focus, Escape and the inert page behind it
 * for no script at all, and its invoker commands open it even before, or without, hydration.
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  // A new place in the history means the form was answered: the dialog starts afresh, closed unless refused.
  const { key } = useLocation()
  return <Dialog key={key} {...props} />
}

function Dialog({
  label,
  look = "secondary",
  title,
  consequence,
  intent,
  formKey,
  answer,
  children,
}: ConfirmDialogProps) {
  const say = useWords(words)
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const isRefused = answer?.intent === intent
  useEffect(() => {
    if (!isRefused || dialog.current?.open) return
    dialog.current?.showModal()
    // Opening moves the focus to the first thing in it; the reader needs the first wrong one.
    dialog.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus()
  }, [isRefused])
  return (
    <>
      <Button
        type="button"
        look={look}
        command="show-modal"
        commandfor={id}
        onClick={() => knowsCommands() || dialog.current?.showModal()}
      >
        {label}
      </Button>
      <dialog
        ref={dialog}
        id={id}
        aria-labelledby={`${id}-title`}
        className="bg-surface text-ink border-line rounded-box m-auto w-[min(32rem,calc(100vw-2rem))] border p-5 shadow-xl"
      >
        <h2 id={`${id}-title`} className="mb-2 text-lg font-semibold">
          {title}
        </h2>
        <div className="text-muted mb-4 text-sm">{consequence}</div>
        <PageForm {...{ intent, formKey, answer }}>
          {children}
          <div className="flex flex-wrap justify-end gap-2">
            <Button
              type="button"
              look="secondary"
              command="close"
              commandfor={id}
              onClick={() => knowsCommands() || dialog.current?.close()}
            >
              {say("cancel")}
            </Button>
            <SubmitButton look={look === "secondary" ? "primary" : look}>{label}</SubmitButton>
          </div>
        </PageForm>
      </dialog>
    </>
  )
}
