import type { ReactNode } from "react"
import { useWords } from "../i18n/use-words.ts"
import { IconButton } from "../ui/button.tsx"
import { useModal } from "../ui/use-modal.ts"
import type { PaletteProps } from "./palette.tsx"
import { words } from "./palette.words.ts"
import { words as pageWords } from "./words.ts"

/** What "?" shows: every key there is, from the same list that the keys are read by. */
export function KeySheet({ ways, close }: Pick<PaletteProps, "ways" | "close">) {
  const say = useWords(words)
  const sayPage = useWords(pageWords)
  const dialog = useModal(close)
  const pages = ways.flatMap(({ key, word }) => (key ? [[`g ${key}`, sayPage(word)] as const] : []))
  return (
    <dialog
      ref={dialog}
      aria-labelledby="keys-title"
      className="bg-overlay text-ink border-line shadow-large rounded-box m-auto w-[min(44rem,calc(100vw-1rem))] border p-5 text-sm"
    >
      <div className="flex items-center justify-between pb-2">
        <h2 id="keys-title" className="text-base font-semibold">
          {say("keysTitle")}
        </h2>
        <IconButton icon="close" label={say("keysClose")} onClick={() => dialog.current?.close()} />
      </div>
      <div className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
        <Keys title={say("general")}>
          <Key keys="Ctrl K">{say("findAnything")}</Key>
          <Key keys="/">{say("toFilter")}</Key>
          <Key keys="?">{say("showKeys")}</Key>
          <Key keys="Esc">{say("escape")}</Key>
        </Keys>
        <Keys title={say("lists")}>
          <Key keys="j">{say("nextRow")}</Key>
          <Key keys="k">{say("previousRow")}</Key>
          <Key keys="x">{say("tickRow")}</Key>
          <Key keys="↵">{say("openRow")}</Key>
        </Keys>
        <Keys title={say("go")}>
          {pages.map(([keys, name]) => (
            <Key key={keys} keys={keys}>
              {name}
            </Key>
          ))}
        </Keys>
      </div>
    </dialog>
  )
}

function Keys({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="text-muted pb-1 text-xs font-medium">{title}</h3>
      <dl>{children}</dl>
    </section>
  )
}

function Key({ keys, children }: { keys: string; children: ReactNode }) {
  return (
    <div className="border-line flex items-center justify-between gap-4 border-b py-1.5">
      <dt>{children}</dt>
      <dd className="flex gap-1">
        {keys.split(" ").map((key) => (
          <kbd
            key={key}
            className="border-line bg-raised rounded-small min-w-6 border px-1.5 text-center font-sans text-xs leading-5"
          >
            {key}
          </kbd>
        ))}
      </dd>
    </div>
  )
}
