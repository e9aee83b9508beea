import { useRef, useState } from "react"
import { findUnreadable, houseTheme, type Theme, type ThemeMode, themeModes } from "#kit/theme.ts"
import type { ApiClient } from "../../api-context.ts"
import { useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Card } from "../../ui/card.tsx"
import { CheckboxField, TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { BrandPreview } from "./brand-preview.tsx"
import { words } from "./settings.words.ts"

export type BrandView = Awaited<ReturnType<ApiClient["tenancy"]["brand"]["get"]>>

export interface BrandFormProps {
  readonly brand: BrandView
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

const colourNames = ["accent", "surface", "ink"] as const

export function readTheme(values: Readonly<Record<string, string>>): Theme {
  const mode = (name: ThemeMode) => ({
    accent: values[`theme/${name}/accent`] ?? "",
    surface: values[`theme/${name}/surface`] ?? "",
    ink: values[`theme/${name}/ink`] ?? "",
  })
  return { light: mode("light"), dark: mode("dark") }
}

/** The preview follows every change at once, with the same arithmetic as the API's own check. */
export function BrandForm({ brand, formKey, answer }: BrandFormProps) {
  const say = useWords(words)
  const [theme, setTheme] = useState<Theme>(brand.theme ?? houseTheme)
  const place = useRef<HTMLDivElement>(null)
  const follow = () => {
    const form = place.current?.closest("form")
    if (!form) return
    const entries = [...new FormData(form)].filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    )
    const typed = readTheme(Object.fromEntries(entries))
    const isWhole = themeModes.every((mode) =>
      Object.values(typed[mode]).every((colour) => /^#[0-9a-f]{6}$/i.test(colour)),
    )
    if (isWhole) setTheme(typed)
  }
  return (
    <PageForm intent="save" formKey={formKey} answer={answer} className="space-y-6">
      <Card title={say("colours")}>
        <p className="text-muted text-sm">{say("coloursLead")}</p>
        <CheckboxField name="ownColours" label={say("ownColours")} defaultChecked={brand.theme !== null} />
        <div ref={place} onInput={follow} className="grid gap-6 lg:grid-cols-2">
          {themeModes.map((mode) => (
            <fieldset key={mode} className="space-y-3">
              <legend className="text-sm font-semibold">{say(mode)}</legend>
              <div className="grid grid-cols-3 gap-3">
                {colourNames.map((name) => (
                  <TextField
                    key={name}
                    name={`theme/${mode}/${name}`}
                    label={say(name)}
                    defaultValue={(brand.theme ?? houseTheme)[mode][name]}
                    required
                    pattern="#[0-9a-fA-F]{6}"
                    maxLength={7}
                  />
                ))}
              </div>
              <BrandPreview colours={theme[mode]} />
              <Readability theme={theme} mode={mode} />
            </fieldset>
          ))}
        </div>
      </Card>
      <Card title={say("sender")}>
        <TextField
          name="senderName"
          label={say("senderName")}
          help={say("senderNameHelp")}
          defaultValue={brand.senderName ?? ""}
          maxLength={80}
        />
        <TextField
          name="senderAddress"
          type="email"
          label={say("senderAddress")}
          help={say("senderAddressHelp")}
          defaultValue={brand.senderAddress ?? ""}
          maxLength={254}
        />
      </Card>
      <SubmitButton>{say("save")}</SubmitButton>
    </PageForm>
  )
}

/** Which pair fails, by name and figure, before anybody saves. */
function Readability({ theme, mode }: { theme: Theme; mode: ThemeMode }) {
  const say = useWords(words)
  const failing = findUnreadable(theme).filter((pair) => pair.mode === mode)
  return (
    <div role="status" className="text-sm">
      {failing.length === 0 ? <p className="text-good">{say("readable")}</p> : null}
      <ul className="text-bad space-y-1">
        {failing.map(({ front, back, ratio, needed }) => (
          <li key={`${front} ${back}`}>{say("unreadable", { front, back, ratio, needed })}</li>
        ))}
      </ul>
    </div>
  )
}
