import { useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import type { Cart } from "./open-cart.ts"
import { words } from "./words.ts"

export interface CouponBoxProps {
  readonly coupons: Cart["coupons"]
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

/** What was typed in, each with its reason where it doesn't count, and room for another. */
export function CouponBox({ coupons, formKey, answer }: CouponBoxProps) {
  const say = useWords(words)
  const isRefused = answer?.intent === "coupon"
  return (
    <div className="space-y-3">
      {coupons.length > 0 ? (
        <ul className="divide-line border-line divide-y border-y" aria-label={say("coupons")}>
          {coupons.map(({ code, why }) => (
            <li key={code} className="flex flex-wrap items-center justify-between gap-3 py-2">
              <p className="min-w-0 text-sm">
                <span className="font-medium break-all">{code}</span>{" "}
                <span className={why ? "text-warn" : "text-good"}>{why ?? say("counts")}</span>
              </p>
              <PageForm intent="remove-coupon" formKey={formKey} answer={answer} className="ms-auto">
                <input type="hidden" name="code" value={code} />
                <SubmitButton look="quiet" aria-label={say("removeCoupon", { code })}>
                  {say("remove")}
                </SubmitButton>
              </PageForm>
            </li>
          ))}
        </ul>
      ) : null}
      <details open={isRefused || undefined}>
        <summary className="text-accent w-fit py-1 text-sm">{say("haveCoupon")}</summary>
        <PageForm
          intent="coupon"
          formKey={formKey}
          answer={answer}
          className="flex flex-wrap items-end gap-3 pt-2"
        >
          <TextField
            name="code"
            label={say("coupon")}
            required
            maxLength={40}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
          <SubmitButton look="secondary">{say("useCoupon")}</SubmitButton>
        </PageForm>
      </details>
    </div>
  )
}
