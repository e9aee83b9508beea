import type { AnyContractRouter, OpenAPI } from "@orpc/contract"
import { OpenAPIGenerator } from "@orpc/openapi"
import { ZodToJsonSchemaConverter } from "@orpc/zod/zod4"
import { moneyShape, progressShape } from "#kit/contract.ts"
import { apiContract } from "../contract.ts"
import { API_PREFIX } from "./api-door.ts"

export const API_VERSION = "0.1.0"

/** The document of the whole public API, made from the contract alone: it can't say anything else. */
export async function describeApi(contract: AnyContractRouter = apiContract): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(contract, {
    info: {
      title: "Hostwell API",
      version: API_VERSION,
      description:
        "Everything the pages can do. Amounts are minor units as text; lists are paged by key (`next` goes back in as `after`); every refusal is an RFC 9457 problem with a stable `code`.",
    },
    servers: [{ url: API_PREFIX }],
    // The empty one: some operations answer everyone.
    security: [{ apiKey: [] }, { session: [] }, {}],
    commonSchemas: { Money: { schema: moneyShape }, Progress: { schema: progressShape } },
    customErrorResponseBodySchema: () => ({ $ref: "#/components/schemas/Problem" }),
  })
  const components = document.components ?? {}
  return {
    ...document,
    components: {
      ...components,
      schemas: { ...components.schemas, Problem: problemSchema },
      securitySchemes,
      headers: rateLimitHeaders,
      parameters: { IdempotencyKey: idempotencyKey },
      responses: problemAnswers,
    },
    paths: describePaths(document.paths ?? {}),
  }
}

const METHODS = ["get", "post", "put", "patch", "delete"] as const

function describePaths(paths: OpenAPI.PathsObject): OpenAPI.PathsObject {
  return Object.fromEntries(
    Object.entries(paths).map(([path, item]) => {
      const described: Record<string, unknown> = { ...item }
      for (const method of METHODS) {
        const operation = item?.[method]
        if (operation) described[method] = describeOperation(operation, method, path)
      }
      return [path, described as OpenAPI.PathItemObject]
    }),
  )
}

function describeOperation(
  operation: OpenAPI.OperationObject,
  method: string,
  path: string,
): OpenAPI.OperationObject {
  const isWriting = method !== "get"
  const hasId = path.includes("{")
  const statuses = [400, 401, 403, 422, 429, 500, ...(hasId ? [404] : []), ...(isWriting ? [409] : [])]
  const answers = Object.fromEntries(
    statuses.map((status) => [String(status), { $ref: `#/components/responses/Problem${status}` }]),
  )
  const key = { $ref: "#/components/parameters/IdempotencyKey" }
  return {
    ...operation,
    parameters: [...(operation.parameters ?? []).map(describeParameter), ...(isWriting ? [key] : [])],
    responses: { ...withRateLimits(operation.responses ?? {}), ...answers },
  }
}

type Parameter = OpenAPI.ParameterObject | OpenAPI.ReferenceObject

/** The generator lets a path's part be empty, which only a query's may, and which the standard forbids. */
function describeParameter(parameter: Parameter): Parameter {
  if ("$ref" in parameter || parameter.in !== "path") return parameter
  const { allowEmptyValue: _, allowReserved: __, ...rest } = parameter
  return rest
}

function withRateLimits(answers: OpenAPI.ResponsesObject): OpenAPI.ResponsesObject {
  return Object.fromEntries(
    Object.entries(answers).map(([status, response]) => [
      status,
      "$ref" in response ? response : { ...response, headers: { ...response.headers, ...limitReferences } },
    ]),
  )
}

const rateLimitHeaders: Record<string, OpenAPI.HeaderObject> = {
  "RateLimit-Limit": header("How many calls fit into the tightest window."),
  "RateLimit-Remaining": header("How many are left in it."),
  "RateLimit-Reset": header("Seconds until it is full again."),
}

const limitReferences = Object.fromEntries(
  Object.keys(rateLimitHeaders).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
)

function header(description: string): OpenAPI.HeaderObject {
  return { description, schema: { type: "integer", minimum: 0 } }
}

const idempotencyKey: OpenAPI.ParameterObject = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "Makes a repeat safe for 24 hours: the same key and body get the stored answer (with `Idempotency-Replayed: true`), another body is refused with 422, a twin still running with 409 and Retry-After. Needed on POST when calling with an API key.",
  schema: { type: "string", minLength: 1, maxLength: 255 },
}

const securitySchemes: Record<string, OpenAPI.SecuritySchemeObject> = {
  apiKey: { type: "http", scheme: "bearer", description: "An API key: `hw_live_…` or `hw_test_…`." },
  session: { type: "apiKey", in: "cookie", name: "hostwell_session", description: "A signed-in browser." },
}

const problemSchema: OpenAPI.SchemaObject = {
  type: "object",
  description: "RFC 9457",
  required: ["type", "title", "status", "code", "detail", "instance"],
  properties: {
    type: { type: "string", format: "uri" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string", description: "Stable; `module.reason`.", examples: ["request.invalid"] },
    detail: { type: "string", description: "For people, in the language asked for." },
    instance: { type: "string", format: "uri", description: "The id of the request." },
    retryAfterSeconds: { type: "integer" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["pointer", "detail"],
        properties: { pointer: { type: "string", format: "json-pointer" }, detail: { type: "string" } },
      },
    },
  },
}

const problemAnswers: Record<string, OpenAPI.ResponseObject> = Object.fromEntries(
  Object.entries({
    400: "The request can't be read.",
    401: "Nobody is signed in, or the key is not valid.",
    403: "Not allowed for this caller.",
    404: "Not there, or not yours: both look the same.",
    409: "Not possible in the present state, or the same request is running.",
    422: "The input is not as the contract wants it.",
    429: "Too many calls; see Retry-After.",
    500: "Our fault; nothing was done.",
  }).map(([status, description]) => [
    `Problem${status}`,
    {
      description,
      headers: limitReferences,
      content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
    },
  ]),
)
