import { Combobox as Base } from "@base-ui/react/combobox"
import { useEffect, useLayoutEffect, useRef, useState } from "react"
import { useWords } from "../i18n/use-words.ts"
import { control } from "./field.tsx"
import { Icon } from "./icon.tsx"
import type { FindOptions, Option } from "./option.ts"
import { words } from "./parts.words.ts"

/** Long enough that a fast typist asks once. */
const pauseMs = 150

const bare = "placeholder:text-muted w-full min-w-0 bg-transparent py-1 text-base outline-none sm:text-sm"

export interface ComboboxProps {
  /** Where a label of its own leads; else `label` names it, and whoever shows it draws its border. */
  readonly id?: string
  readonly label?: string
  readonly name: string
  readonly find: FindOptions
  readonly defaultOption?: Option | undefined
  /** What was typed before it was there. */
  readonly typed?: string
  /** Shows its choices at once: a pointer asked for them, a key may only pass by. */
  readonly isOpen?: boolean
  readonly onChoose?: () => void
}

export function Combobox({ id, label, name, find, defaultOption, typed, isOpen, onChoose }: ComboboxProps) {
  const say = useWords(words)
  const [text, setText] = useState(defaultOption?.label ?? typed ?? "")
  const { options, isSearching } = useOptions(find, text)
  // It takes the place of the plain field that was just touched, before another letter is typed into nothing.
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => input.current?.focus(), [])
  return (
    <Base.Root
      name={name}
      items={options}
      filter={null}
      defaultValue={defaultOption ?? null}
      autoHighlight
      defaultOpen={Boolean(typed) || isOpen}
      {...(typed ? { defaultInputValue: typed } : {})}
      onInputValueChange={setText}
      onValueChange={(option) => {
        if (option) onChoose?.()
      }}
      itemToStringLabel={(option: Option) => option.label}
      itemToStringValue={(option: Option) => option.value}
      isItemEqualToValue={(one: Option, other: Option) => one.value === other.value}
    >
      <span className="relative block grow">
        <Base.Input
          {...(label === undefined ? { id } : { "aria-label": label, placeholder: label })}
          ref={input}
          className={`${label === undefined ? control : bare} pe-16`}
        />
        <span className="text-muted absolute inset-y-0 end-1 flex items-center">
          <Base.Clear aria-label={say("clear")} className="flex size-7 items-center justify-center">
            <Icon name="close" className="size-3.5" />
          </Base.Clear>
          <Base.Trigger aria-label={say("choices")} className="flex size-7 items-center justify-center">
            <Icon name="down" />
          </Base.Trigger>
        </span>
      </span>
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-30">
          <Base.Popup className="bg-overlay text-ink border-line shadow-large rounded-box max-h-72 w-(--anchor-width) min-w-80 max-w-[calc(100vw-2rem)] overflow-y-auto border p-1.5 text-sm">
            <Base.Status className="text-muted px-2.5 text-xs">
              {isSearching ? say("searching") : options.length === 0 ? say("nothingFound") : ""}
            </Base.Status>
            <Base.List>
              {(option: Option) => (
                <Base.Item
                  key={option.value}
                  value={option}
                  className="rounded-small data-highlighted:bg-accent-soft flex min-h-9 cursor-default items-center gap-2 px-2.5 py-1 outline-none"
                >
                  <span className="max-w-2/3 shrink-0 grow truncate">{option.label}</span>
                  <span className="text-muted min-w-0 truncate text-xs">{option.about}</span>
                  <Base.ItemIndicator>
                    <Icon name="check" className="text-accent size-4" />
                  </Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

function useOptions(find: ComboboxProps["find"], text: string) {
  const [answer, setAnswer] = useState<{ readonly for: string; readonly options: readonly Option[] }>()
  useEffect(() => {
    let isWanted = true
    const timer = setTimeout(() => {
      void find(text).then((options) => {
        if (isWanted) setAnswer({ for: text, options })
      })
    }, pauseMs)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [find, text])
  return { options: answer?.options ?? [], isSearching: answer?.for !== text }
}
