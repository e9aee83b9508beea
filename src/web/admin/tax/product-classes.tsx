import { useActionData, useLoaderData } from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Card } from "../../ui/card.tsx"
import { TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import type { TaxFacts } from "./tax-facts.ts"
import { words } from "./words.ts"

export function ProductClasses() {
  const say = useWords(words)
  const language = useLanguage()
  const { settings, products, formKey } = useLoaderData<TaxFacts>()
  const answer = useActionData<FormAnswer>()
  const classOf = (id: string) => settings.products.find(({ productId }) => productId === id)?.taxClass
  if (products.length === 0) return null
  return (
    <Card title={say("products")}>
      <p className="text-muted text-sm">{say("productsLead")}</p>
      {products.map(({ id, name }) => (
        <PageForm key={id} intent={`class:${id}`} {...{ formKey, answer }}>
          <TextField
            name="taxClass"
            label={name[language]}
            defaultValue={classOf(id) ?? "standard"}
            required
            maxLength={31}
          />
          <SubmitButton>{say("save")}</SubmitButton>
        </PageForm>
      ))}
    </Card>
  )
}
