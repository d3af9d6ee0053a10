import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { asRelationId, heldAt, periodBounds, type PartialDate } from '#vocabulary';
import { useExplorer } from '../../actions/explorer-context.ts';
import { nameIn } from '../../actions/known.ts';
import type { LinkedRelation } from '../../actions/structure.ts';
import { LineGlyph } from '../../appearance/line-glyph.tsx';
import { periodText } from '../../exploration/period-text.ts';
import { useFormats } from '../../languages/use-language.ts';
import { usePointing } from '../answer/tie-row.tsx';
import { isMutual, periodOf, relationWord } from '../words.ts';

/** The relations behind something that was found, each with when and how many sources; a press opens it. */
export function RelationRows({
  relations,
  asOf,
}: {
  readonly relations: readonly LinkedRelation[];
  /** Tells apart what held only possibly then; null: any time. */
  readonly asOf: PartialDate | null;
}): ReactElement {
  return (
    <ul className="fragile-relations">
      {relations.map((relation) => (
        <li key={relation.id}>
          <RelationRow relation={relation} asOf={asOf} />
        </li>
      ))}
    </ul>
  );
}

function RelationRow({
  relation,
  asOf,
}: {
  readonly relation: LinkedRelation;
  readonly asOf: PartialDate | null;
}): ReactElement {
  const { t } = useTranslation();
  const { language, percent } = useFormats();
  const { selectRelation } = useExplorer();
  const id = asRelationId(relation.id);
  const pointing = usePointing({ kind: 'relations', ids: [id] });
  const { type, family, evidenceClass, fromNode, toNode, share } = relation;
  const period = periodOf(relation.period);
  const possible = asOf !== null && heldAt(periodBounds(period), asOf) === 'POSSIBLY';
  const sources = new Set(relation.evidence.map(({ source }) => source.id)).size;
  return (
    <button type="button" className="step" onClick={() => selectRelation(id)} {...pointing}>
      <LineGlyph
        family={family}
        inferred={evidenceClass !== 'DOCUMENTED'}
        possible={possible}
        disputed={relation.disagreement !== null}
        directed={!isMutual(type)}
      />
      <span className="step-words">
        {t('fragility.relation', {
          from: nameIn(fromNode, language),
          says: relationWord(type, 'OUT', language),
          to: nameIn(toNode, language),
        })}{' '}
        <span className="way-when">
          {periodText(period, language)}
          {share !== null && ` · ${t('fragility.share', { share: percent(share) })}`} ·{' '}
          {t('answer.sources', { count: sources })}
        </span>{' '}
        {evidenceClass !== 'DOCUMENTED' && (
          <span className="tag">{evidenceClass === 'INFERRED' ? t('answer.inferredTie') : t('answer.generalTie')}</span>
        )}
        {possible && <span className="tag">{t('answer.possibleTie')}</span>}
        {relation.disagreement !== null && <span className="tag tag-warn">{t('paths.disputed')}</span>}
      </span>
    </button>
  );
}
