import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { parseNodeId } from '#vocabulary';
import { useExplorer } from '../../actions/explorer-context.ts';
import { nameIn } from '../../actions/known.ts';
import type { Rank, Ranks } from '../../actions/structure.ts';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import type { Measure } from '../../exploration/looks.ts';
import { useFormats } from '../../languages/use-language.ts';
import { stepThroughRows } from '../answer/row-keys.ts';
import { usePointing } from '../answer/tie-row.tsx';
import { capitalised } from '../words.ts';
import { byKeyboard, focusDetails } from '../focus-details.ts';

/** Digits behind the point that tell the ranks apart. */
const DIGITS: Readonly<Record<Measure, number>> = { BETWEENNESS: 1, DEGREE: 0, PAGERANK: 4 };

/** The ranks as rows, each with a bar as long as its value. */
export function RankTable({
  ranks: { nodes, greatest },
  measure,
}: {
  readonly ranks: Ranks;
  readonly measure: Measure;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <table className="rank-table">
      <caption className="spoken">{t('ranks.caption', { measure: t(`ranks.measures.${measure}`) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('ranks.rank')}</th>
          <th scope="col">{t('ranks.node')}</th>
          <th scope="col">{capitalised(t(`ranks.measures.${measure}`))}</th>
          {measure !== 'DEGREE' && (
            <th scope="col" className="rank-number">
              {t('ranks.links')}
            </th>
          )}
        </tr>
      </thead>
      <tbody data-rows>
        {nodes.map((rank) => (
          <Row key={rank.node.id} rank={rank} greatest={greatest} measure={measure} />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  rank: { rank, node, value, degree },
  greatest,
  measure,
}: {
  readonly rank: Rank;
  readonly greatest: number;
  readonly measure: Measure;
}): ReactElement {
  const { language, number } = useFormats();
  const { openNode } = useExplorer();
  const pointing = usePointing({ kind: 'node', id: parseNodeId(node.id) });
  const part = greatest > 0 ? value / greatest : 0;
  return (
    <tr>
      <td className="rank-number">{number(rank)}</td>
      <th scope="row">
        <button
          type="button"
          className="node-name rank-name"
          data-row
          onKeyDown={stepThroughRows}
          onClick={(event) => {
            openNode(node);
            if (byKeyboard(event)) focusDetails();
          }}
          {...pointing}
        >
          <NodeGlyph type={node.type} size={17} />
          <span>{nameIn(node, language)}</span>
        </button>
      </th>
      <td>
        <span className="rank-value">
          <span className="rank-bar" aria-hidden="true">
            <span style={{ width: `${part * 100}%` }} />
          </span>
          {number(value, DIGITS[measure])}
        </span>
      </td>
      {measure !== 'DEGREE' && <td className="rank-number">{number(degree)}</td>}
    </tr>
  );
}
