import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeId } from '#vocabulary';
import { useExploration } from '../../actions/explorer-context.ts';
import { nameIn } from '../../actions/known.ts';
import {
  FRAGILE_ROWS,
  MOST_FRAGILE_ROWS,
  useFragility,
  type ConcentrationBy,
  type FragilityAt,
} from '../../actions/structure.ts';
import type { Question } from '../../exploration/question.ts';
import { fileName } from '../../export/file-name.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { AnalysisFrame } from '../analysis-frame.tsx';
import { save } from '../export/save.ts';
import { Failure, Waiting } from '../states.tsx';
import { UnderFilters, useFilterWords } from '../under-filters.tsx';
import { fragilityCsv } from './fragility-csv.ts';
import { Bridges, Concentrations, CutNodes, SingleBuyers, SingleSources } from './fragility-lists.tsx';
import './fragility.css';
import { RemovalPart } from './removal-part.tsx';

/** Where one loss does most, and what falls off with a node that is chosen. */
export function FragilityPanel({ without }: { readonly without: NodeId | null }): ReactElement {
  const { t } = useTranslation();
  const question = useExploration((exploration) => exploration.answered ?? exploration.question);
  const [gone, setGone] = useState(without);
  return (
    <AnalysisFrame title={t('fragility.title')}>
      <div className="answer-scroll">
        <RemovalPart gone={gone} choose={setGone} question={question} />
        {gone === null && <Lists question={question} />}
      </div>
    </AnalysisFrame>
  );
}

function Lists({ question }: { readonly question: Question }): ReactElement {
  const { t } = useTranslation();
  const [by, setBy] = useState<ConcentrationBy>('SUPPLIER');
  const [rows, setRows] = useState(FRAGILE_ROWS);
  const answer = useFragility(question, by, rows);
  const last = useLast(answer.status === 'ready' ? answer.value : null);
  if (answer.status === 'failed') return <Failure fault={answer.fault} again={answer.again} />;
  if (last === null) return <Waiting awaited={t('fragility.waiting')} rows={6} />;
  const { fragility } = last;
  const counts = [
    fragility.singleSourceCount,
    fragility.singleBuyerCount,
    fragility.concentrationCount,
    fragility.cutNodeCount,
    fragility.bridgeCount,
  ];
  return (
    <>
      <div className="fragile-ground">
        <UnderFilters question={{ evidence: question.evidence, asOf: last.asOf }} />
        {question.asOf === null && <p className="analysis-under">{t('fragility.day')}</p>}
        <DownloadLists found={last} question={question} />
      </div>
      <SingleSources {...last} />
      <SingleBuyers {...last} />
      <Concentrations {...last} by={by} change={setBy} />
      <CutNodes {...last} question={question} />
      <Bridges {...last} />
      {rows < MOST_FRAGILE_ROWS && counts.some((count) => count > rows) && (
        <p className="cut analysis-cut">
          {t('fragility.cut', { shown: rows })}{' '}
          <Button onPress={() => setRows(MOST_FRAGILE_ROWS)}>{t('ranks.more')}</Button>
        </p>
      )}
    </>
  );
}

/** What was found stays while another count of the same is awaited. */
function useLast(value: FragilityAt | null): FragilityAt | null {
  const [last, setLast] = useState<FragilityAt | null>(null);
  if (value !== null && value !== last) setLast(value);
  return value ?? last;
}

function DownloadLists({
  found: { fragility, asOf },
  question,
}: {
  readonly found: FragilityAt;
  readonly question: Question;
}): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const filters = useFilterWords({ evidence: question.evidence, asOf });
  const download = (): void => {
    const ground = { evidence: filters.evidence, asOf: filters.date };
    const text = fragilityCsv(fragility, ground, (node) => nameIn(node, language));
    save({ name: fileName(t('fragility.title'), new Date(), 'csv'), blob: new Blob([text], { type: 'text/csv' }) });
  };
  return (
    <Button onPress={download}>
      <Icon name="export" /> {t('ranks.download')}
    </Button>
  );
}
