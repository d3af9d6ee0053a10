import { useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RELATION_FAMILIES, type EvidenceKind, type PartialDate } from '#vocabulary';
import type { GroupCount } from '../../actions/asking.ts';
import { readDate, type DateFault } from '../../exploration/date-fault.ts';
import type { ExpansionFilter } from '../../exploration/groups.ts';
import { DOCUMENTED_ONLY, WITH_INFERRED } from '../../exploration/question.ts';
import { useLanguage } from '../../languages/use-language.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { capitalised, relationWord, typesWord } from '../words.ts';

interface ExpandFilterProps {
  /** What can be chosen from. */
  readonly groups: readonly GroupCount[];
  readonly filter: ExpansionFilter;
  readonly onChange: (filter: ExpansionFilter) => void;
}

/** How much evidence is enough, for this expansion alone. */
const LEVELS = {
  documented: DOCUMENTED_ONLY,
  general: ['DOCUMENTED', 'GENERAL_KNOWLEDGE'],
  inferred: WITH_INFERRED,
} as const satisfies Readonly<Record<string, readonly EvidenceKind[]>>;
const LEVEL_NAMES = ['documented', 'general', 'inferred'] as const;

/** Narrows what is expanded: by family and type of relation, direction, type of node, evidence and date. */
export function ExpandFilter({ groups, filter, onChange }: ExpandFilterProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const families = distinct(groups.map(({ family }) => family));
  const relationTypes = distinct(groups.map(({ relationType }) => relationType));
  const nodeTypes = distinct(groups.map(({ nodeType }) => nodeType));
  const any = t('details.narrowAny');
  const level = LEVEL_NAMES.find((name) => LEVELS[name].join() === filter.evidence?.join());
  return (
    <Disclosure summary={t('details.narrow')}>
      {() => (
        <div className="narrow">
          <Choice
            label={t('details.narrowFamily')}
            none={any}
            values={families}
            chosen={filter.relationFamilies[0]}
            text={(family) => capitalised(RELATION_FAMILIES[family].label[language])}
            onChoose={(family) => onChange({ ...filter, relationFamilies: family === undefined ? [] : [family] })}
          />
          <Choice
            label={t('details.narrowType')}
            none={any}
            values={relationTypes}
            chosen={filter.relationTypes[0]}
            text={(type) => capitalised(relationWord(type, 'OUT', language))}
            onChoose={(type) => onChange({ ...filter, relationTypes: type === undefined ? [] : [type] })}
          />
          <Choice
            label={t('details.narrowDirection')}
            none={any}
            values={['OUT', 'IN'] as const}
            chosen={filter.direction ?? undefined}
            text={(direction) => t(`details.direction.${direction}`)}
            onChoose={(direction) => onChange({ ...filter, direction: direction ?? null })}
          />
          <Choice
            label={t('details.narrowNodes')}
            none={any}
            values={nodeTypes}
            chosen={filter.nodeTypes[0]}
            text={(type) => capitalised(typesWord(type, language))}
            onChoose={(type) => onChange({ ...filter, nodeTypes: type === undefined ? [] : [type] })}
          />
          <Choice
            label={t('details.narrowEvidence')}
            none={t('details.narrowQuestion')}
            values={LEVEL_NAMES}
            chosen={level}
            text={(name) => t(`filter.${name}`)}
            onChoose={(name) => onChange({ ...filter, evidence: name === undefined ? null : LEVELS[name] })}
          />
          <DateField asOf={filter.asOf} onChange={(asOf) => onChange({ ...filter, asOf })} />
        </div>
      )}
    </Disclosure>
  );
}

const distinct = <Value,>(values: readonly Value[]): readonly Value[] => [...new Set(values)];

interface ChoiceProps<Value extends string> {
  readonly label: string;
  /** What stands when nothing is chosen. */
  readonly none: string;
  readonly values: readonly Value[];
  readonly chosen: Value | undefined;
  readonly text: (value: Value) => string;
  readonly onChoose: (value: Value | undefined) => void;
}

function Choice<Value extends string>({
  label,
  none,
  values,
  chosen,
  text,
  onChoose,
}: ChoiceProps<Value>): ReactElement {
  return (
    <label className="narrow-choice">
      <span className="field-label">{label}</span>
      <select
        className="select"
        value={chosen ?? ''}
        onChange={({ target }) => onChoose(values.find((value) => value === target.value))}
      >
        <option value="">{none}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {text(value)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A date as exact as a person likes; it counts once it is one. */
function DateField({
  asOf,
  onChange,
}: {
  readonly asOf: PartialDate | null;
  readonly onChange: (asOf: PartialDate | null) => void;
}): ReactElement {
  const { t } = useTranslation();
  const note = useId();
  const [text, setText] = useState<string>(asOf ?? '');
  const [fault, setFault] = useState<DateFault | null>(null);
  const take = (): void => {
    const read = text.trim() === '' ? { date: null, fault: null } : readDate(text);
    setFault(read.fault);
    if (read.fault === null && read.date !== asOf) onChange(read.date);
  };
  return (
    <label className="narrow-choice">
      <span className="field-label">{t('details.narrowDate')}</span>
      <input
        className="field-input"
        inputMode="numeric"
        value={text}
        aria-invalid={fault !== null}
        aria-describedby={note}
        onChange={({ target }) => setText(target.value)}
        onBlur={take}
        onKeyDown={({ key }) => {
          if (key === 'Enter') take();
        }}
      />
      <span id={note} className={fault === null ? 'field-note' : 'field-error'}>
        {fault === null ? t('details.narrowDateNote') : t(`filter.dateFault.${fault.kind}`, fault)}
      </span>
    </label>
  );
}
