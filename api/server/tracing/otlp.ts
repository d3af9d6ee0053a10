/** Spans in the form of OTLP 1 as JSON (https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding). */

export type Attributes = Readonly<Record<string, string | number | boolean>>;

export interface FinishedSpan {
  readonly traceId: string;
  readonly spanId: string;
  /** Null: the first of its trace. */
  readonly parentId: string | null;
  readonly name: string;
  /** Takes a request, asks another service, or neither. */
  readonly kind: 'SERVER' | 'CLIENT' | 'INTERNAL';
  /** Milliseconds since 1970, with their fractions. */
  readonly from: number;
  readonly to: number;
  readonly failed: boolean;
  readonly attributes: Attributes;
}

const KINDS = { INTERNAL: 1, SERVER: 2, CLIENT: 3 } as const;
const STATUS_ERROR = 2;

function attribute([key, value]: readonly [string, string | number | boolean]): object {
  if (typeof value === 'string') return { key, value: { stringValue: value } };
  if (typeof value === 'boolean') return { key, value: { boolValue: value } };
  // 64-bit numbers are texts in this form.
  return { key, value: Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value } };
}

function attributesOf(attributes: Attributes): readonly object[] {
  return Object.entries(attributes).map(attribute);
}

/** Microseconds are what the clock knows. */
function nanoseconds(milliseconds: number): string {
  return `${Math.round(milliseconds * 1_000)}000`;
}

/** The body of one request to a collector's `/v1/traces`. */
export function otlpBody(spans: readonly FinishedSpan[], resource: Attributes): string {
  return JSON.stringify({
    resourceSpans: [
      {
        resource: { attributes: attributesOf(resource) },
        scopeSpans: [
          {
            scope: { name: 'sentra' },
            spans: spans.map((span) => ({
              traceId: span.traceId,
              spanId: span.spanId,
              ...(span.parentId === null ? {} : { parentSpanId: span.parentId }),
              name: span.name,
              kind: KINDS[span.kind],
              startTimeUnixNano: nanoseconds(span.from),
              endTimeUnixNano: nanoseconds(span.to),
              attributes: attributesOf(span.attributes),
              ...(span.failed ? { status: { code: STATUS_ERROR } } : {}),
            })),
          },
        ],
      },
    ],
  });
}
