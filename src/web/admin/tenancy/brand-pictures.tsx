import { Form } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { Banner } from "../../ui/banner.tsx"
import { Button } from "../../ui/button.tsx"
import { Card } from "../../ui/card.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import type { BrandFormProps } from "./brand-form.tsx"
import { words } from "./settings.words.ts"

const kinds = ["logo", "favicon"] as const

export interface BrandPicturesProps extends BrandFormProps {
  /** The pictures themselves, where they are another shop's. */
  readonly pictures?: Readonly<Record<(typeof kinds)[number], string | null>>
}

export function BrandPictures({ brand, formKey, answer, pictures }: BrandPicturesProps) {
  const say = useWords(words)
  return (
    <Card title={say("pictures")}>
      <p className="text-muted text-sm">{say("picturesLead")}</p>
      <div className="grid gap-6 sm:grid-cols-2">
        {kinds.map((kind) => (
          <section key={kind} className="space-y-3">
            <h3 className="text-sm font-semibold">{say(kind)}</h3>
            {brand[kind] ? (
              <img
                src={pictures?.[kind] ?? `/brand/${kind}?v=${brand[kind]}`}
                alt={say(kind)}
                className="border-line max-h-16 max-w-full border p-1"
              />
            ) : (
              <p className="text-muted text-sm">{say("noPicture")}</p>
            )}
            {answer?.intent === `upload:${kind}` ? (
              <Banner tone="bad" isAlert>
                {answer.problem.errors[0]?.detail ?? answer.problem.detail}
              </Banner>
            ) : null}
            <Form method="post" encType="multipart/form-data" className="space-y-2">
              <input type="hidden" name="intent" value={`upload:${kind}`} />
              <input
                type="hidden"
                name="key"
                value={answer?.intent === `upload:${kind}` ? answer.nextKey : formKey}
              />
              <label className="block text-sm">
                <span className="block font-medium">{say("choose")}</span>
                <input
                  type="file"
                  name="picture"
                  accept="image/png,image/jpeg,image/webp"
                  required
                  className="mt-1 block w-full text-sm"
                />
              </label>
              <Button look="secondary">{say("upload")}</Button>
            </Form>
            {brand[kind] ? (
              <PageForm intent={`remove:${kind}`} formKey={formKey} answer={answer}>
                <SubmitButton look="quiet">{say("remove")}</SubmitButton>
              </PageForm>
            ) : null}
          </section>
        ))}
      </div>
    </Card>
  )
}
