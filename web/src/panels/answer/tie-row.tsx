import { useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { LineGlyph } from '../../appearance/line-glyph.tsx';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import type { Tie } from '../../exploration/answer.ts';
import type { Exploration } from '../../exploration/exploration.ts';
import type { Selection } from '../../exploration/selection.ts';
import { periodText } from '../../exploration/period-text.ts';
import { tieHeld } from '../../exploration/tie-held.ts';
import { useFormats } from '../../languages/use-language.ts';
import { byKeyboard, focusDetails } from '../focus-details.ts';
import { stepThroughRows } from './row-keys.ts';
import { comesFromFirm, TIE_FAMILY, tiePeriod } from '../words.ts';

/** Pointing this long means it; shorter passes over. */
const HOVER_INTENT = 60;

/** Says what a row lights up while it is pointed at or has the focus. */
export function usePointing(selection: Selection): {
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
} {
  const { pointAt } = useExplorer();
  const timer = useRef(0);
  const leave = (): void => {
    window.clearTimeout(timer.current);
    pointAt(null);
  };
  return {
    onPointerEnter: () => {
      timer.current = window.setTimeout(() => pointAt(selection), HOVER_INTENT);
    },
    onPointerLeave: leave,
    onFocus: () => pointAt(selection),
    onBlur: leave,
  };
}

/** A tie belongs to the selection when it, or one of its ends, is selected. */
const touchedBy =
  (tie: Tie) =>
  ({ selection }: Exploration): 'self' | 'end' | null => {
    if (selection?.kind === 'tie') return selection.id === tie.id ? 'self' : null;
    if (selection?.kind !== 'node') return null;
    return selection.id === tie.cluster || selection.id === tie.largeIndustry ? 'end' : null;
  };

/** Cluster, what goes which way, firm, when, on how many sources, how strong. */
export function TieRow({ tie }: { readonly tie: Tie }): ReactElement {
  const { t } = useTranslation();
  const { number, language } = useFormats();
  const { selectTie } = useExplorer();
  const nodes = useExploration((exploration) => exploration.nodes);
  const relations = useExploration((exploration) => exploration.relations);
  const touched = useExploration(touchedBy(tie));
  const pointing = usePointing({ kind: 'tie', id: tie.id });
  const cluster = nodes[tie.cluster];
  const firm = nodes[tie.largeIndustry];
  const period = tiePeriod(tie, relations);
  const possible = tieHeld(tie, relations) === 'POSSIBLY';
  const uncertain = tie.evidenceClass !== 'DOCUMENTED';
  return (
    <button
      type="button"
      className={`tie${touched === null ? '' : ' tie-touched'}`}
      aria-current={touched === 'self'}
      data-row
      onKeyDown={stepThroughRows}
      onClick={(event) => {
        selectTie(tie.id);
        if (byKeyboard(event)) focusDetails();
      }}
      {...pointing}
    >
      <NodeGlyph type="SmiCluster" size={17} inferred={uncertain} />
      <span className="tie-lines">
        <span className="tie-line">
          <span className="tie-cluster">{cluster?.name}</span>
          {uncertain && (
            <span className="tag">
              {tie.evidenceClass === 'INFERRED' ? t('answer.inferredTie') : t('answer.generalTie')}
            </span>
          )}
          {possible && <span className="tag">{t('answer.possibleTie')}</span>}
          <Marks tie={tie} />
        </span>
        <span className="tie-line">
          <LineGlyph
            family={TIE_FAMILY[tie.kind]}
            length={21}
            inferred={uncertain}
            directed={tie.kind !== 'SAME_PROGRAMME'}
            reversed={comesFromFirm(tie)}
          />
          <span className="tie-firm">{firm?.name}</span>
          <span className="tie-when">
            {period === null ? t('answer.undated') : periodText(period, language)}
            <span className="tie-sources"> · {t('answer.sources', { count: tie.sourceCount })}</span>
          </span>
        </span>
      </span>
      <span className="spoken">{t('answer.strength', { value: number(tie.strength, 2) })}</span>
    </button>
  );
}

/** More ways than this are said in a number. */
const MARKS_MOST = 5;

/** One mark a way from cluster to firm: filled is seen, hollow is agreed, round is support, dotted is inferred. */
function Marks({ tie }: { readonly tie: Tie }): ReactElement {
  const { number } = useFormats();
  const count = tie.evidenceClass === 'DOCUMENTED' ? tie.chainCount : tie.chainCountAnyEvidence;
  const round = tie.kind === 'SUPPORT' || tie.kind === 'SAME_PROGRAMME';
  const hollow = tie.kind === 'SUPPLY_AGREED' || tie.kind === 'POTENTIAL' || tie.kind === 'SAME_PROGRAMME';
  const look = `mark ${round ? 'mark-round' : 'mark-square'}${hollow ? ' mark-hollow' : ''}${tie.evidenceClass === 'DOCUMENTED' ? '' : ' mark-inferred'}`;
  return (
    <span className="marks" aria-hidden="true">
      {count > MARKS_MOST && <span className="marks-count">{number(count)}×</span>}
      {Array.from({ length: count > MARKS_MOST ? 1 : count }, (_, index) => (
        <span key={index} className={look} />
      ))}
      <span className="tie-strength">{number(tie.strength, 2)}</span>
    </span>
  );
}
