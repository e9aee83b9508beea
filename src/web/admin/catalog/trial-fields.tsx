import { useWords } from "../../i18n/use-words.ts"
import { CheckboxField, SelectField, TextField } from "../../ui/field.tsx"
import type { PlanText } from "./range.ts"
import { words } from "./trial.words.ts"

/** Whether a plan can be used before its first payment, for how long, and what happens then. */
export function TrialFields({ trial }: { trial: PlanText["trial"] | undefined }) {
  const say = useWords(words)
  return (
    <fieldset className="min-w-0 space-y-3">
      <legend className="text-sm font-semibold">{say("trial")}</legend>
      <div className="grid gap-4 sm:grid-cols-2 sm:items-start">
        <TextField
          name="trial/days"
          label={say("days")}
          help={say("daysHelp")}
          type="number"
          min={1}
          max={365}
          step={1}
          defaultValue={trial?.days}
        />
        <SelectField
          name="trial/once"
          label={say("once")}
          help={say("onceHelp")}
          defaultValue={trial?.once ?? "product"}
        >
          <option value="product">{say("oncePerProduct")}</option>
          <option value="shop">{say("oncePerShop")}</option>
        </SelectField>
      </div>
      <CheckboxField
        name="trial/asksMethod"
        label={say("asksMethod")}
        help={say("asksMethodHelp")}
        defaultChecked={trial?.asksMethod ?? false}
      />
    </fieldset>
  )
}
