import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Trace, TraceAsked } from '../../actions/tracing.ts';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { nameIn } from '../../actions/known.ts';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import { useFormats } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { stepThroughRows } from '../answer/row-keys.ts';
import { byKeyboard, focusDetails } from '../focus-details.ts';
import { Route } from './route.tsx';
import { shareText } from './share-text.ts';
import { tierRows, type TierRow } from './tier-rows.ts';
import { whereText } from './where-text.ts';

/** Routes of a node that are always said; the rest opens. */
const ROUTES_SHOWN = 2;

/** The nodes tier by tier, each with its routes in words. */
export function TierList({
  asked,
  trace,
  onDeeper,
}: {
  readonly asked: TraceAsked;
  readonly trace: Trace;
  readonly onDeeper: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const rows = useMemo(() => tierRows(trace), [trace]);
  const name = useExploration((exploration) => exploration.nodes[asked.root]?.name ?? asked.root);
  const tiers = [...new Set(rows.map(({ tier }) => tier))];
  const truncated = trace.ways.some(({ end }) => end === 'TRUNCATED');
  const next = (tiers.at(-1) ?? 0) + 1;
  return (
    <div data-rows>
      {tiers.map((tier) => {
        const own = rows.filter((row) => row.tier === tier);
        return (
          <section key={tier} aria-label={t('tiers.Tier', { tier: number(tier) })}>
            <h4 className="group-head">
              <span>{t('tiers.Tier', { tier: number(tier) })}</span>
              <span>{t('tiers.nodes', { count: new Set(own.map(({ node }) => node.id)).size })}</span>
            </h4>
            <ul>
              {own.map((row) => (
                <TierRowMark key={row.key} row={row} asked={asked} />
              ))}
            </ul>
          </section>
        );
      })}
      {!truncated && trace.ways.length >= trace.totalCount && next <= asked.depth && (
        <h4 className="group-head">
          <span>{t('tiers.Tier', { tier: number(next) })}</span>
          <span>{t('tiers.notDocumented')}</span>
        </h4>
      )}
      {truncated && asked.depth < 6 && (
        <p className="tier-deeper">
          {t('tiers.goesOn')} <Button onPress={onDeeper}>{t('tiers.deeper')}</Button>
        </p>
      )}
      <p className="analysis-note">
        {t(asked.direction === 'UPSTREAM' ? 'tiers.shareNoteUp' : 'tiers.shareNoteDown', { name })}
      </p>
    </div>
  );
}

function TierRowMark({ row, asked }: { readonly row: TierRow; readonly asked: TraceAsked }): ReactElement {
  const { t } = useTranslation();
  const { language, percent } = useFormats();
  const { openNode, pointAt } = useExplorer();
  const { node, ways, reached, circle } = row;
  const selected = useExploration(({ selection }) => selection?.kind === 'node' && selection.id === node.id);
  const where = whereText(node, reached, language);
  const routes = (some: typeof ways): ReactElement[] =>
    some.map((way) => (
      <li key={way.steps.map(({ relations }) => relations[0]?.id).join(' ')}>
        <Route way={way} direction={asked.direction} withShare={ways.length > 1} />
      </li>
    ));
  return (
    <li className={selected ? 'tier-row tier-row-selected' : 'tier-row'}>
      <button
        type="button"
        className="tier-node"
        aria-pressed={selected}
        data-row
        onKeyDown={stepThroughRows}
        onMouseEnter={() => pointAt(null)}
        onClick={(event) => {
          openNode(node);
          if (byKeyboard(event)) focusDetails();
        }}
      >
        <NodeGlyph type={node.type} size={18} />
        <span className="tier-node-words">
          <bdi className="tier-node-name">{nameIn(node, language)}</bdi>
          {where !== null && <span className="tier-where">{where}</span>}
        </span>
        <span className="tier-share">
          {circle ? t('tiers.circle') : reached === null ? '' : shareText(reached.contribution, { t, percent })}
        </span>
      </button>
      <ul className="tier-routes" aria-label={t('tiers.columns.routes')}>
        {routes(ways.slice(0, ROUTES_SHOWN))}
      </ul>
      {ways.length > ROUTES_SHOWN && (
        <Disclosure summary={t('tiers.moreRoutes', { count: ways.length - ROUTES_SHOWN })}>
          {() => <ul className="tier-routes">{routes(ways.slice(ROUTES_SHOWN))}</ul>}
        </Disclosure>
      )}
    </li>
  );
}
