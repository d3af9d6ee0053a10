/** Where spans go, by OpenTelemetry's own settings (https://opentelemetry.io/docs/specs/otel/protocol/exporter/). */
import type { TracingSettings } from '../server/tracing/tracing.ts';
import { ConfigurationError } from './configuration.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** `name=value` between commas, percent-encoded. */
function pairs(name: string, text: string): Readonly<Record<string, string>> {
  const parts = text.split(',').filter((part) => part.trim() !== '');
  return Object.fromEntries(
    parts.map((part) => {
      const mark = part.indexOf('=');
      // The value may be a secret and is not repeated.
      if (mark < 1) throw new ConfigurationError(`${name} has a part without =; write name=value,name=value`);
      try {
        return [part.slice(0, mark).trim(), decodeURIComponent(part.slice(mark + 1).trim())];
      } catch {
        throw new ConfigurationError(`${name}: the value of ${part.slice(0, mark).trim()} is not percent-encoded text`);
      }
    }),
  );
}

function urlOf({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: traces, OTEL_EXPORTER_OTLP_ENDPOINT: all }: Environment): string {
  const given = traces ?? `${String(all).replace(/\/$/, '')}/v1/traces`;
  if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)) return given;
  throw new ConfigurationError(
    'OTEL_EXPORTER_OTLP_ENDPOINT is no address of a collector; it has to be one as in http://127.0.0.1:4318',
  );
}

function shareOf(text: string | undefined): number {
  const share = text === undefined ? 1 : Number(text);
  if (share >= 0 && share <= 1) return share;
  throw new ConfigurationError(`OTEL_TRACES_SAMPLER_ARG is '${text}'; it has to be a number from 0 to 1`);
}

/** Null: nothing is traced. @throws ConfigurationError */
export function telemetryOf(environment: Environment): TracingSettings | null {
  const given: Environment = Object.fromEntries(
    Object.entries(environment)
      .filter(([name]) => name.startsWith('OTEL_'))
      .map(([name, value]) => [name, value?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const somewhere = given['OTEL_EXPORTER_OTLP_ENDPOINT'] ?? given['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'];
  if (somewhere === undefined || given['OTEL_SDK_DISABLED'] === 'true' || given['OTEL_TRACES_EXPORTER'] === 'none') {
    return null;
  }
  const protocol = given['OTEL_EXPORTER_OTLP_TRACES_PROTOCOL'] ?? given['OTEL_EXPORTER_OTLP_PROTOCOL'] ?? 'http/json';
  if (protocol !== 'http/json') {
    throw new ConfigurationError(
      `OTEL_EXPORTER_OTLP_PROTOCOL is '${protocol.slice(0, 20)}'; Sentra speaks http/json, which collectors take on port 4318`,
    );
  }
  const headers = given['OTEL_EXPORTER_OTLP_TRACES_HEADERS'] ?? given['OTEL_EXPORTER_OTLP_HEADERS'] ?? '';
  return {
    url: urlOf(given),
    headers: pairs('OTEL_EXPORTER_OTLP_HEADERS', headers),
    resource: {
      ...pairs('OTEL_RESOURCE_ATTRIBUTES', given['OTEL_RESOURCE_ATTRIBUTES'] ?? ''),
      'service.name': given['OTEL_SERVICE_NAME'] ?? 'sentra',
    },
    share: shareOf(given['OTEL_TRACES_SAMPLER_ARG']),
  };
}
