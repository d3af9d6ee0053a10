/** Who began the trace that a request belongs to (https://www.w3.org/TR/trace-context/#traceparent-header). */
export interface TraceParent {
  /** 32 lower-case hex digits. */
  readonly traceId: string;
  /** 16 lower-case hex digits: the caller's span. */
  readonly spanId: string;
  /** Whether the caller records it. */
  readonly sampled: boolean;
}

const FORM =
  /^(?<version>[0-9a-f]{2})-(?<traceId>[0-9a-f]{32})-(?<spanId>[0-9a-f]{16})-(?<flags>[0-9a-f]{2})(?<more>-.*)?$/;

/** Null for what is none: then a trace of its own begins. */
export function readTraceParent(header: string | readonly string[] | undefined): TraceParent | null {
  const found = typeof header === 'string' ? FORM.exec(header)?.groups : undefined;
  const { version, traceId = '', spanId = '', flags = '00', more } = found ?? {};
  if (version === undefined || version === 'ff' || (version === '00' && more !== undefined)) return null;
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return null;
  return { traceId, spanId, sampled: (Number.parseInt(flags, 16) & 1) === 1 };
}
