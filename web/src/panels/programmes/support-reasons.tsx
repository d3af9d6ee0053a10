import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn } from '../../actions/known.ts';
import type { Overlap, SupportRow } from '../../actions/programmes.ts';
import { useFormats } from '../../languages/use-language.ts';
import { NodeName } from '../fragility/found-list.tsx';
import { RelationRows } from '../fragility/relation-row.tsx';
import { relationWord, capitalised, periodOf } from '../words.ts';
import { useSupportWords } from './support-words.ts';

/** What one support rests on: who, whom, how far, when, by which relations. */
export function SupportReasons({
  row: { cluster, through, support },
  certain,
}: {
  readonly row: SupportRow;
  readonly certain: readonly Overlap[];
}): ReactElement {
  const { t } = useTranslation();
  const { language, list } = useFormats();
  const words = useSupportWords();
  return (
    <div className="support-reasons">
      <p className="support-ends">
        <NodeName node={support.supporter} />
        <span className="support-verb">{relationWord(support.type, 'OUT', language)}</span>
        <NodeName node={cluster} />
      </p>
      <p>
        {capitalised(t(`programmes.levelMeaning.${support.level}`))}
        {through.length > 0 &&
          ` ${t('programmes.through', { names: list(through.map((node) => nameIn(node, language))) })}`}
      </p>
      <p>{t(`programmes.statusMeaning.${support.status}`)}</p>
      <RelationRows relations={support.statusRelations} asOf={null} />
      <p>{support.isPublic ? t('programmes.public') : t('programmes.notPublic')}</p>
      {support.periodRelations.length > 0 && (
        <>
          <p>{t('programmes.fromProgramme', { stated: words.period(periodOf(support.statedPeriod)) })}</p>
          <RelationRows relations={support.periodRelations} asOf={null} />
        </>
      )}
      {certain.map((one) => {
        const other =
          [one.first, one.second].find((side) => side.support.supporter.id !== support.supporter.id) ?? one.second;
        return (
          <p key={`${other.support.supporter.id} ${other.support.type}`}>
            {t('programmes.metWith', { name: nameIn(other.support.supporter, language) })}{' '}
            {one.certain !== null && words.interval(one.certain)}
            {one.heldAsStated !== 'YES' && ` ${t('programmes.onlyPossibleAsStated')}`}
          </p>
        );
      })}
      <p className="support-because">{t('programmes.because')}</p>
      <RelationRows relations={support.relations} asOf={null} />
    </div>
  );
}
