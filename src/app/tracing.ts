import { context, propagation, type Span, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api"

/** Spans that nobody collects still cost a tenth of a request. */
let isTracing = false

/** Loads the tracing SDK, which weighs more than the program, only when there is somewhere to send spans. */
export async function startTracing(
  collectorUrl: string | undefined,
): Promise<{ stop(): Promise<void> } | undefined> {
  if (collectorUrl === undefined) return undefined
  const [{ NodeTracerProvider, BatchSpanProcessor }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import("@opentelemetry/sdk-trace-node"),
      import("@opentelemetry/exporter-trace-otlp-http"),
      import("@opentelemetry/resources"),
    ])
  const exporter = new OTLPTraceExporter({ url: `${collectorUrl.replace(/\/$/, "")}/v1/traces` })
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ "service.name": "hostwell" }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  })
  provider.register()
  isTracing = true
  return { stop: () => provider.shutdown() }
}

/** One server span around a request, continuing the caller's trace. */
export function traceRequest(
  request: Request,
  attributes: Readonly<Record<string, string>>,
  run: () => Promise<Response>,
): Promise<Response> {
  if (!isTracing) return run()
  const parent = propagation.extract(context.active(), request.headers, {
    get: (headers: Headers, name) => headers.get(name) ?? undefined,
    keys: (headers: Headers) => [...headers.keys()],
  })
  const options = {
    kind: SpanKind.SERVER,
    attributes: { ...attributes, "http.request.method": request.method },
  }
  const tracer = trace.getTracer("hostwell")
  return tracer.startActiveSpan(`${request.method} ${attributes["hostwell.area"]}`, options, parent, (span) =>
    finish(span, run),
  )
}

async function finish(span: Span, run: () => Promise<Response>): Promise<Response> {
  try {
    const response = await run()
    span.setAttribute("http.response.status_code", response.status)
    if (response.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
    return response
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR })
    throw error
  } finally {
    span.end()
  }
}
