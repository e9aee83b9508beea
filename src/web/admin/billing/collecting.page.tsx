import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { CheckboxField, SelectField, TextareaField, TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { useRoot } from "../../use-root.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  const isSaved = new URL(args.request.url).searchParams.has("saved")
  return servePage(args, async ({ api, newKey }) => ({
    policy: await api.billing.collectingPolicy.get(),
    isSaved,
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values }) => {
    const number = (name: string) => Number(values[name])
    const list = (name: string) => (values[name] ?? "").split(/[\s,]+/).filter((part) => part !== "")
    await services.withKey(key).billing.collectingPolicy.save({
      requestDays: number("requestDays"),
      reminderDays: list("reminderDays").map(Number),
      chargeDays: list("chargeDays").map(Number),
      suspendDays: number("suspendDays"),
      terminateDays: number("terminateDays"),
      businessDaysOnly: values["businessDaysOnly"] === "yes",
      holidays: list("holidays"),
      moneyOnItsWayDays: number("moneyOnItsWayDays"),
      fromHour: number("fromHour"),
      toHour: number("toHour"),
      stopTotalPercent: number("stopTotalPercent"),
      stopLinePercent: number("stopLinePercent"),
      pauseDays: number("pauseDays"),
      trialEndDays: number("trialEndDays"),
      latePolicy: values["latePolicy"] === "from_payment" ? "from_payment" : "from_the_old_end",
      lostDispute: values["lostDispute"] === "keep" ? "keep" : "suspend",
    })
    return redirect("/admin/settings/collecting?saved=yes")
  })
}

const numbers = [
  { name: "requestDays", min: 0, max: 60 },
  { name: "suspendDays", min: 1, max: 90 },
  { name: "terminateDays", min: 2, max: 365 },
  { name: "moneyOnItsWayDays", min: 0, max: 30 },
  { name: "fromHour", min: 0, max: 23 },
  { name: "toHour", min: 1, max: 24 },
  { name: "stopTotalPercent", min: 0, max: 10_000 },
  { name: "stopLinePercent", min: 0, max: 10_000 },
  { name: "pauseDays", min: 0, max: 365 },
  { name: "trialEndDays", min: 0, max: 90 },
] as const

export default function CollectingPage() {
  const say = useWords(words)
  const { policy, isSaved, formKey } = useLoaderData<typeof loader>()
  const mayWrite = useRoot()?.me.permissions.includes("billing.collecting-policy.write")
  return (
    <Main>
      <PageHeader title={say("policy")} up={{ to: "/admin/settings", label: say("toSettings") }}>
        {say("policyWhat")}
      </PageHeader>
      {isSaved ? <Banner tone="good">{say("policySaved")}</Banner> : null}
      <PageForm
        intent="save"
        formKey={formKey}
        answer={useActionData<FormAnswer>()}
        className="grid max-w-3xl gap-4 sm:grid-cols-2 sm:items-start"
      >
        {numbers.map(({ name, min, max }) => (
          <TextField
            key={name}
            name={name}
            label={say(name)}
            help={say(`${name}Help`)}
            type="number"
            defaultValue={policy[name]}
            required
            {...{ min, max }}
          />
        ))}
        <TextField
          name="reminderDays"
          label={say("reminderDays")}
          help={say("reminderDaysHelp")}
          defaultValue={policy.reminderDays.join(", ")}
        />
        <TextField
          name="chargeDays"
          label={say("chargeDays")}
          help={say("chargeDaysHelp")}
          defaultValue={policy.chargeDays.join(", ")}
          required
        />
        <LatePolicyField chosen={policy.latePolicy} />
        <LostDisputeField chosen={policy.lostDispute} />
        <CheckboxField
          name="businessDaysOnly"
          label={say("businessDaysOnly")}
          defaultChecked={policy.businessDaysOnly}
        />
        <TextareaField
          name="holidays"
          label={say("holidays")}
          help={say("holidaysHelp")}
          defaultValue={policy.holidays.join("\n")}
        />
        {mayWrite ? (
          <div className="col-span-full">
            <SubmitButton>{say("policySave")}</SubmitButton>
          </div>
        ) : null}
      </PageForm>
    </Main>
  )
}

function LatePolicyField({ chosen }: { chosen: string }) {
  const say = useWords(words)
  return (
    <SelectField
      name="latePolicy"
      label={say("latePolicy")}
      help={say("latePolicyHelp")}
      defaultValue={chosen}
    >
      <option value="from_the_old_end">{say("fromTheOldEnd")}</option>
      <option value="from_payment">{say("fromPayment")}</option>
    </SelectField>
  )
}

function LostDisputeField({ chosen }: { chosen: string }) {
  const say = useWords(words)
  return (
    <SelectField
      name="lostDispute"
      label={say("lostDispute")}
      help={say("lostDisputeHelp")}
      defaultValue={chosen}
    >
      <option value="suspend">{say("lostSuspend")}</option>
      <option value="keep">{say("lostKeep")}</option>
    </SelectField>
  )
}

export { PageError as ErrorBoundary }
