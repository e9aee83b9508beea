import { countLetter } from "#identity"
import type { RateLimit } from "#kit/rate-limit.ts"
import { permit, permitEveryone } from "#kit/serve/permit.ts"
import { type Answers, answer, answerAfter, serve } from "#kit/serve/serve.ts"
import { compareVersions } from "./compare-versions.ts"
import { contentContract } from "./contract.ts"
import { createPage } from "./create-page.ts"
import { getAbout } from "./get-about.ts"
import { getArticle } from "./get-article.ts"
import { getLegal } from "./get-legal.ts"
import { getPage } from "./get-page.ts"
import { listGuides } from "./list-guides.ts"
import { listNews } from "./list-news.ts"
import { listPages } from "./list-pages.ts"
import { publishPage } from "./publish-page.ts"
import { saveDraft } from "./save-draft.ts"
import { sendContact } from "./send-contact.ts"
import { withdrawPage } from "./withdraw-page.ts"

const shopWindow = permitEveryone("the shop window is public")

export function createContentRouter(means: { readonly letters?: RateLimit }) {
  return serve(contentContract, {
    legal: {
      get: answer(permitEveryone("the law wants it read by anybody"), (ctx, input) => getLegal(ctx, input)),
    },
    about: { get: answer(shopWindow, (ctx) => getAbout(ctx)) },
    news: {
      list: answer(shopWindow, (ctx, input) => listNews(ctx, input)),
      get: answer(shopWindow, (ctx, { slug }) => getArticle(ctx, { kind: "news", slug })),
    },
    guides: {
      list: answer(shopWindow, async (ctx, input) => ({ items: await listGuides(ctx, input) })),
      get: answer(shopWindow, (ctx, { slug }) => getArticle(ctx, { kind: "guide", slug })),
    },
    contact: {
      send: answerAfter(
        permitEveryone("whoever has a question may ask it; counted per address"),
        async (scope) => countLetter(means, scope),
        (ctx, input) => sendContact(ctx, input),
      ),
    },
    pages: answerPages(),
  })
}

function answerPages(): Answers<(typeof contentContract)["pages"]> {
  return {
    list: answer(permit("content.pages.read"), async (ctx) => ({ items: await listPages(ctx) })),
    get: answer(permit("content.pages.read"), (ctx, { id }) => getPage(ctx, id)),
    compare: answer(permit("content.pages.read"), (ctx, input) => compareVersions(ctx, input)),
    create: answer(permit("content.pages.write"), (ctx, input) => createPage(ctx, input)),
    save: answer(permit("content.pages.write"), (ctx, input) => saveDraft(ctx, input)),
    publish: answer(permit("content.pages.publish"), (ctx, input) => publishPage(ctx, input)),
    withdraw: answer(permit("content.pages.publish"), (ctx, { id }) => withdrawPage(ctx, id)),
  }
}
