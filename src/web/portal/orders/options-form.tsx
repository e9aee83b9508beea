import { useEffect, useRef } from "react"
import type { z } from "zod"
import type { ownOptionsShape } from "#orders/contract"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { words as optionWords } from "../../storefront/catalog/option.words.ts"
import { OptionInput } from "../../storefront/catalog/option-input.tsx"
import { writeOption } from "../../storefront/catalog/price-board.ts"
import { isOfferedFor } from "../../storefront/catalog/setup-sum.ts"
import { FieldWords } from "../../ui/field.tsx"
import { PageForm, SubmitButton, useFieldState } from "../../ui/form.tsx"
import { words } from "./options.words.ts"

type Own = z.output<typeof ownOptionsShape>

export interface OptionsFormProps {
  readonly own: Own
  readonly chosen: Readonly<Record<string, string>>
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

/** So long it rests before the figures are asked for: typing a number is one question. */
const REST_MS = 400

/** What can be chosen; the figures beside it follow. Without scripts a button asks for them. */
export function OptionsForm({ own, chosen, formKey, answer }: OptionsFormProps) {
  const say = useWords(words)
  const place = useRef<HTMLDivElement>(null)
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(resting.current), [])
  const follow = () => {
    clearTimeout(resting.current)
    resting.current = setTimeout(() => {
      const form = place.current?.closest("form")
      if (form?.checkValidity()) form.requestSubmit()
    }, REST_MS)
  }
  const offered = own.choices.filter((option) => isOfferedFor(writeOption(option), own.cycle))
  return (
    <PageForm intent="look" formKey={formKey} answer={answer}>
      <div ref={place} className="space-y-3" onChange={follow}>
        {offered.map((option) => (
          <OptionField key={option.id} {...{ own, option, chosen }} />
        ))}
      </div>
      <SubmitButton look="secondary">{say("compute")}</SubmitButton>
    </PageForm>
  )
}

function OptionField({
  own,
  option,
  chosen,
}: Pick<OptionsFormProps, "own" | "chosen"> & { readonly option: Own["choices"][number] }) {
  const sayOption = useWords(optionWords)
  const language = useLanguage()
  const name = `options/${option.id}`
  const { id, error, typed } = useFieldState(name, undefined, false)
  const ways = {
    currency: own.wish.price.currency,
    language,
    once: sayOption("once"),
    each: sayOption("each", { cycle: own.cycle, price: "{price}" }),
  }
  return (
    <div className="border-line rounded-xl border px-4 py-3">
      {/* An empty tick sends nothing: this says that it is empty. */}
      {option.kind === "yes_no" ? <input type="hidden" name={name} value="no" /> : null}
      <OptionInput
        {...{ option, ways, id, name }}
        own={writeOption(option)}
        cycle={own.cycle}
        value={typed ?? chosen[option.id] ?? asField(own.held[option.id])}
        isWrong={error !== undefined}
        extra={null}
      />
      <FieldWords id={id} help={undefined} error={error} />
    </div>
  )
}

function asField(value: Own["held"][string] | undefined): string {
  if (typeof value === "boolean") return value ? "yes" : "no"
  return String(value ?? "")
}
