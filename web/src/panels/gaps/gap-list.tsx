import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Gap } from '../../actions/gaps.ts';
import { nameIn } from '../../actions/known.ts';
import { useFormats } from '../../languages/use-language.ts';
import { stepThroughRows } from '../answer/row-keys.ts';
import { CandidateGlyph } from './candidate-glyph.tsx';
import { GapReasons } from './gap-reasons.tsx';
import { ScoreBar } from './score-bar.tsx';

/** Candidates, best first; one may be open with its reasons. */
export function GapList({ gaps }: { readonly gaps: readonly Gap[] }): ReactElement {
  const [open, setOpen] = useState<string | null>(null);
  return (
    <ul data-rows className="gap-rows">
      {gaps.map((gap) => {
        const key = `${gap.cluster.id} ${gap.largeIndustry.id}`;
        return (
          <li key={key} className="gap">
            <GapHead gap={gap} open={open === key} toggle={() => setOpen(open === key ? null : key)} />
            {open === key && <GapReasons gap={gap} />}
          </li>
        );
      })}
    </ul>
  );
}

function GapHead({
  gap,
  open,
  toggle,
}: {
  readonly gap: Gap;
  readonly open: boolean;
  readonly toggle: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const { language, number } = useFormats();
  const score = (value: number): string => number(value, 2);
  const side = nameIn(gap.fit.clusterSide, language);
  const km =
    gap.distance === null ? t('gaps.distanceUnknown') : t('gaps.km', { km: number(Math.round(gap.distance.km)) });
  return (
    <button
      type="button"
      className={`gap-head${open ? ' gap-open' : ''}`}
      aria-expanded={open}
      data-row
      onKeyDown={stepThroughRows}
      onClick={toggle}
    >
      <span className="gap-rank">{number(gap.rank)}</span>
      <span className="gap-words">
        <span className="gap-names">
          <span>{nameIn(gap.cluster, language)}</span>
          <CandidateGlyph direction={gap.fit.direction} />
          <span>{nameIn(gap.largeIndustry, language)}</span>
        </span>
        <span className="gap-why">
          {t(`gaps.rule.${gap.fit.rule}`, { name: side })} · {km}
        </span>
        <span className="gap-tags">
          <span className="tag">{t(`gaps.level.${gap.level}`)}</span>
          {gap.inferredTie.length > 0 && <span className="tag">{t('gaps.inferredTie')}</span>}
        </span>
      </span>
      <span className="gap-score">
        <ScoreBar low={gap.low} high={gap.high} />
        <span>{`${score(gap.low)}–${score(gap.high)}`}</span>
      </span>
    </button>
  );
}
