import { useEffect, useEffectEvent, useRef, useState } from "react"
import type { Language } from "../../i18n/languages.ts"
import { useWords } from "../../i18n/use-words.ts"
import { Button } from "../../ui/button.tsx"
import { Card } from "../../ui/card.tsx"
import { words } from "./templates.words.ts"

export interface PreviewPaneProps {
  /** Where the server writes the mail. */
  readonly address: string
  readonly language: Language
  readonly sampleCount: number
}

/** A pause in the typing. */
const pauseMs = 500

/**
 * The mail as the server would write it now, in a frame where nothing runs. With scripts it follows the typing; without
 * them the button sends the same form into the frame. Each look has a frame of its own, so "back" leaves the page.
 */
export function PreviewPane({ address, language, sampleCount }: PreviewPaneProps) {
  const say = useWords(words)
  const { pane, round, refresh } = useLivePreview(address)
  const name = `mail-preview-${round}`
  return (
    <div ref={pane} className="group min-w-0 xl:sticky xl:top-4">
      <Card
        title={say("preview")}
        aside={
          <Button
            look="secondary"
            size="small"
            icon="again"
            formAction={address}
            formTarget={name}
            formNoValidate
            onClick={(event) => {
              event.preventDefault()
              refresh()
            }}
          >
            {say("previewNow")}
          </Button>
        }
      >
        <div className="flex flex-wrap gap-2">
          <Switch name="look" label={say("look")} options={["reader", "light", "dark"]} />
          <Switch name="width" label={say("width")} options={["wide", "narrow"]} />
          <Switch name="part" label={say("part")} options={["html", "text"]} />
          <label className="border-line-strong rounded-box flex min-h-8 items-center border ps-2.5 text-sm">
            <span className="text-muted">{say("sample")}</span>
            <select name="sample" defaultValue="0" className="bg-transparent px-2">
              {Array.from({ length: sampleCount }, (_none, at) => (
                <option key={at} value={at}>
                  {at + 1}
                </option>
              ))}
            </select>
          </label>
        </div>
        <div className="border-line rounded-box bg-raised overflow-hidden border">
          <iframe
            key={name}
            name={name}
            title={say("previewTitle")}
            sandbox=""
            src={round === 0 ? `${address}?language=${language}` : undefined}
            className="bg-surface mx-auto block h-[36rem] w-full border-0 group-has-[input[value=narrow]:checked]:max-w-[375px]"
          />
        </div>
      </Card>
    </div>
  )
}

/** One more round, so one more frame, after each pause in the typing. */
function useLivePreview(address: string) {
  const pane = useRef<HTMLDivElement>(null)
  const [round, setRound] = useState(0)
  const refresh = () => setRound((one) => one + 1)
  const follow = useEffectEvent(refresh)
  useEffect(() => {
    const form = pane.current?.closest("form")
    let timer: ReturnType<typeof setTimeout> | undefined
    const onInput = (event: Event) => {
      const isSwitch = event.target instanceof HTMLInputElement && event.target.type === "radio"
      // How wide the frame stands changes nothing in it.
      if (isSwitch && event.target.name === "width") return
      clearTimeout(timer)
      timer = setTimeout(follow, isSwitch ? 0 : pauseMs)
    }
    form?.addEventListener("input", onInput)
    return () => {
      clearTimeout(timer)
      form?.removeEventListener("input", onInput)
    }
  }, [])
  useEffect(() => {
    const form = pane.current?.closest("form")
    if (round > 0 && form) sendInto(`mail-preview-${round}`, address, form)
  }, [round, address])
  return { pane, round, refresh }
}

interface SwitchProps {
  readonly name: "look" | "width" | "part"
  readonly label: string
  readonly options: readonly ("reader" | "light" | "dark" | "wide" | "narrow" | "html" | "text")[]
}

/** One of a few, side by side. */
function Switch({ name, label, options }: SwitchProps) {
  const say = useWords(words)
  return (
    <fieldset className="border-line-strong rounded-box flex overflow-hidden border text-sm">
      <legend className="sr-only">{label}</legend>
      {options.map((option, at) => (
        <label
          key={option}
          className="has-checked:bg-accent-soft has-focus-visible:outline-accent flex min-h-8 items-center px-2.5 has-checked:font-medium has-focus-visible:outline-2 has-focus-visible:-outline-offset-2"
        >
          <input type="radio" name={name} value={option} defaultChecked={at === 0} className="sr-only" />
          {say(`switch.${option}`)}
        </label>
      ))}
    </fieldset>
  )
}

/** A form's own way into a frame: the answer brings a policy of its own, which words put in by a script would not. */
function sendInto(frame: string, address: string, form: HTMLFormElement): void {
  const sent = document.createElement("form")
  sent.method = "post"
  sent.action = address
  sent.target = frame
  sent.hidden = true
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== "string" || name === "intent" || name === "key") continue
    const field = document.createElement("textarea")
    field.name = name
    field.value = value
    sent.append(field)
  }
  document.body.append(sent)
  sent.submit()
  sent.remove()
}
