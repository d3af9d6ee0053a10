/** What `/metrics` tells of the questions that were asked. */

interface Outcomes {
  readonly total: number;
  /** Answers by HTTP status. */
  readonly byStatus: Readonly<Record<string, number>>;
  /** Answers that took longer than asked for. */
  readonly slower: number;
}

/** @param seconds one of the histogram's bounds. @throws where a measure is not there: nothing may be taken for none */
export function outcomesOf(metrics: string, seconds: number): Outcomes {
  const value = (name: string): number => {
    const line = metrics.split('\n').find((one) => one.startsWith(`${name} `));
    if (line === undefined) throw new Error(`/metrics has no ${name}`);
    return Number(line.slice(name.length + 1));
  };
  const byStatus: Record<string, number> = {};
  for (const line of metrics.split('\n')) {
    const [, labels = '', count = ''] = /^sentra_http_requests_total\{(.*)\} (\d+)$/.exec(line) ?? [];
    const status = /status="(\d+)"/.exec(labels)?.[1];
    if (status !== undefined && labels.includes('route="/graphql"')) {
      byStatus[status] = (byStatus[status] ?? 0) + Number(count);
    }
  }
  const total = value('sentra_question_seconds_count');
  return { total, byStatus, slower: total - value(`sentra_question_seconds_bucket{le="${seconds}"}`) };
}
