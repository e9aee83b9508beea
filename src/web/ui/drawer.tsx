import { type ReactNode, useId, useRef } from "react"
import { useWords } from "../i18n/use-words.ts"
import { Button, type ButtonProps, IconButton } from "./button.tsx"
import { knowsCommands } from "./knows-commands.ts"
import { words } from "./parts.words.ts"

export interface DrawerProps {
  readonly label: string
  readonly look?: ButtonProps["look"]
  readonly title: string
  readonly children: ReactNode
}

/** More about one thing without leaving the page. The browser's own dialog, at the end of the line. */
export function Drawer({ label, look = "secondary", title, children }: DrawerProps) {
  const say = useWords(words)
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
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
        className="bg-overlay text-ink border-line shadow-large fixed inset-y-0 start-auto end-0 m-0 h-dvh max-h-none w-[min(28rem,100vw)] max-w-none overflow-y-auto border-s p-5"
      >
        <div className="flex items-center justify-between gap-3 pb-3">
          <h2 id={`${id}-title`} className="text-base font-semibold">
            {title}
          </h2>
          <IconButton
            icon="close"
            label={say("close")}
            command="close"
            commandfor={id}
            onClick={() => knowsCommands() || dialog.current?.close()}
          />
        </div>
        {children}
      </dialog>
    </>
  )
}
