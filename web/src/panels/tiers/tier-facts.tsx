import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Trace, TraceAsked } from '../../actions/tracing.ts';
import { useExploration } from '../../actions/explorer-context.ts';
import { useFormats } from '../../languages/use-language.ts';
import { traceFacts } from './tier-rows.ts';

/** The answer as a sentence with a number, and what to know before using it. */
export function TierFacts({ asked, trace }: { readonly asked: TraceAsked; readonly trace: Trace }): ReactElement {
  const { t } = useTranslation();
  const { number, percent } = useFormats();
  const facts = useMemo(() => traceFacts(trace), [trace]);
  const name = useExploration((exploration) => exploration.nodes[asked.root]?.name ?? asked.root);
  const upstream = asked.direction === 'UPSTREAM';
  const tiers = t('tiers.depth', { count: facts.tiers });
  const found = t(upstream ? 'tiers.foundUp' : 'tiers.foundDown', { count: facts.nodes, tiers });
  const { balance } = trace;
  const notes = [
    trace.hasMore ? t('tiers.mostReached', { count: trace.totalCount }) : null,
    t('tiers.sources', { count: facts.sources, relations: t('tiers.relations', { count: facts.relations }) }),
    t('tiers.shares', { stated: number(facts.stated), total: number(facts.steps) }),
    facts.agreed > 0 ? t('tiers.agreedOnly', { count: facts.agreed }) : null,
    facts.inferred > 0 ? t('tiers.inferredCount', { count: facts.inferred }) : null,
    facts.stops > 0 ? t('tiers.stops', { count: facts.stops }) : null,
    balance !== null && facts.stated > 0
      ? t('tiers.balance', {
          name,
          end: percent(balance.end),
          unattributed: percent(balance.unattributed),
          truncated: percent(balance.truncated),
          cycle: percent(balance.cycle),
        })
      : null,
  ].filter((note) => note !== null);
  return (
    <div className="tier-facts">
      <h3 className="answer-sentence">{found}</h3>
      <p className="spoken" role="status">
        {found}
      </p>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  );
}
