import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { readyMadeDays } from "#billing/contract"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { CheckboxField, SelectField, TextareaField, TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { useRoot } from "../../use-root.ts"
import { words } from "./collecting.words.ts"
import { changeProductDays, ProductDays } from "./product-days.tsx"

export function loader(args: LoaderFunctionArgs) {
  const search = new URL(args.request.url).searchParams
  const ready = search.get("ready")
  return servePage(args, async ({ api, me, newKey }) => {
    const policy = await api.billing.collectingPolicy.get()
    const mayRead = me.permissions.includes("catalog.range.read")
    return {
      policy: isReadyMade(ready) ? { ...policy, ...readyMadeDays[ready] } : policy,
      ready: ready ?? "",
      readyMade: readyMadeDays,
      products: mayRead
        ? (await api.catalog.range.products.list()).items.map(({ id, name }) => ({ id, name }))
        : [],
      isSaved: search.has("saved"),
      formKey: newKey(),
    }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, intent, key, values }) => {
    const { collectingPolicy } = services.withKey(`${key}:${intent}`).billing
    const policy = await services.api.billing.collectingPolicy.get()
    if (intent !== "save") {
      await collectingPolicy.save({ ...policy, products: changeProductDays(policy.products, intent, values) })
      return redirect("/admin/settings/collecting?saved=yes")
    }
    const list = (name: string) => (values[name] ?? "").split(/[\s,]+/).filter((part) => part !== "")
    const typed = Object.fromEntries(numbers.map(({ name }) => [name, Number(values[name])])) as Numbers
    await collectingPolicy.save({
      ...typed,
      products: policy.products,
      reminderDays: list("reminderDays").map(Number),
      chargeDays: list("chargeDays").map(Number),
      businessDaysOnly: values["businessDaysOnly"] === "yes",
      backupFirst: values["backupFirst"] === "yes",
      holidays: list("holidays"),
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
  { name: "promiseDays", min: 0, max: 365 },
  { name: "longPromiseDays", min: 0, max: 365 },
] as const
type Numbers = Record<(typeof numbers)[number]["name"], number>

export default function CollectingPage() {
  const say = useWords(words)
  const { policy, products, ready, isSaved, formKey } = useLoaderData<typeof loader>()
  const mayWrite = useRoot()?.me.permissions.includes("billing.collecting-policy.write")
  return (
    <Main>
      <PageHeader title={say("policy")} up={{ to: "/admin/settings", label: say("toSettings") }}>
        {say("policyWhat")}
      </PageHeader>
      {isSaved ? <Banner tone="good">{say("policySaved")}</Banner> : null}
      {mayWrite ? <ReadyMade /> : null}
      <DaysForm key={ready} mayWrite={mayWrite === true} />
      <ProductDays days={policy.products} mayWrite={mayWrite === true} {...{ products, formKey }} />
    </Main>
  )
}

/** Everything that is one for all products. */
function DaysForm({ mayWrite }: { mayWrite: boolean }) {
  const say = useWords(words)
  const { policy, formKey } = useLoaderData<typeof loader>()
  return (
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
      <CheckboxField
        name="backupFirst"
        label={say("backupFirst")}
        help={say("backupFirstHelp")}
        defaultChecked={policy.backupFirst}
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
  )
}

function isReadyMade(name: string | null): name is keyof typeof readyMadeDays {
  return name !== null && Object.hasOwn(readyMadeDays, name)
}

/** Fills the form in; nothing is saved by choosing one. */
function ReadyMade() {
  const say = useWords(words)
  const { readyMade } = useLoaderData<typeof loader>()
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {say("readyMade")}
      {Object.entries(readyMade).map(([name, days]) => (
        <Link key={name} to={`?ready=${name}`} preventScrollReset className="text-accent underline">
          {say("readyMadeDays", days)}
        </Link>
      ))}
    </p>
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
