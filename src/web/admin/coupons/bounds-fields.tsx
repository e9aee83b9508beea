import { useWords } from "../../i18n/use-words.ts"
import { CheckboxField, TextField } from "../../ui/field.tsx"
import type { Coupon } from "./coupons.ts"
import { words } from "./words.ts"

/** What may still change once the code is out. */
export function BoundsFields({ coupon }: { coupon?: Coupon }) {
  const say = useWords(words)
  return (
    <>
      <TextField
        name="name"
        label={say("name")}
        help={say("nameHelp")}
        defaultValue={coupon?.name}
        required
        maxLength={80}
      />
      <CheckboxField name="isOn" label={say("isOn")} defaultChecked={coupon?.isOn ?? true} />
      <div className="grid max-w-2xl gap-4 sm:grid-cols-2">
        <TextField
          name="startsOn"
          type="date"
          label={say("startsOn")}
          defaultValue={coupon?.startsOn ?? undefined}
        />
        <TextField
          name="endsOn"
          type="date"
          label={say("endsOn")}
          defaultValue={coupon?.endsOn ?? undefined}
        />
        <TextField
          name="mostUses"
          type="number"
          min={1}
          step={1}
          label={say("mostUses")}
          help={say("noLimit")}
          defaultValue={coupon?.mostUses ?? undefined}
        />
        <TextField
          name="mostPerCustomer"
          type="number"
          min={1}
          step={1}
          label={say("mostPerCustomer")}
          help={say("noLimit")}
          defaultValue={coupon?.mostPerCustomer ?? undefined}
        />
      </div>
    </>
  )
}
