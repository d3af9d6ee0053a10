import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { nameIn } from '../../actions/known.ts';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import { useFormats } from '../../languages/use-language.ts';
import { byKeyboard, focusDetails } from '../focus-details.ts';
import { Route } from './route.tsx';
import { shareText } from './share-text.ts';
import type { ShownTrace } from './shown-trace.ts';
import { tierRows, type TierRow } from './tier-rows.ts';
import { useExtent } from './use-extent.ts';
import { whereText } from './where-text.ts';

const COLUMNS = ['tier', 'node', 'place', 'share', 'routes'] as const;

/** The picture's twin: a row a node, with every shown route in words. */
export function TierTable({ shown }: { readonly shown: ShownTrace }): ReactElement {
  const { t } = useTranslation();
  const rows = useMemo(() => tierRows(shown.trace), [shown.trace]);
  const extent = useExtent(shown.trace);
  return (
    // It scrolls, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="tier-table-frame" tabIndex={0} role="region" aria-label={t('tiers.table')}>
      <table className="tier-table">
        <caption>{extent}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`tiers.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} row={row} direction={shown.asked.direction} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  row: { tier, node, ways, reached, circle },
  direction,
}: {
  readonly row: TierRow;
  readonly direction: ShownTrace['asked']['direction'];
}): ReactElement {
  const { t } = useTranslation();
  const { language, number, percent } = useFormats();
  const { openNode } = useExplorer();
  const selected = useExploration(({ selection }) => selection?.kind === 'node' && selection.id === node.id);
  return (
    <tr className={selected ? 'tier-row-selected' : undefined}>
      <td>{number(tier)}</td>
      <td>
        <button
          type="button"
          className="node-name"
          aria-pressed={selected}
          onClick={(event) => {
            openNode(node);
            if (byKeyboard(event)) focusDetails();
          }}
        >
          <NodeGlyph type={node.type} size={18} />
          <bdi>{nameIn(node, language)}</bdi>
        </button>
      </td>
      <td>{whereText(node, reached, language) ?? '–'}</td>
      <td>{circle ? t('tiers.circle') : reached === null ? '–' : shareText(reached.contribution, { t, percent })}</td>
      <td>
        <ul className="tier-routes">
          {ways.map((way) => (
            <li key={way.steps.map(({ relations }) => relations[0]?.id).join(' ')}>
              <Route way={way} direction={direction} withShare={ways.length > 1} />
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
