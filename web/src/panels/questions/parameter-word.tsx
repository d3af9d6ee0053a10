import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { parseNodeId } from '#vocabulary';
import { useExplorer } from '../../actions/explorer-context.ts';
import { nameIn } from '../../actions/known.ts';
import type { QuestionAnswer, QuestionParameter } from '../../actions/questions.ts';
import { readDate } from '../../exploration/date-fault.ts';
import { useFormats } from '../../languages/use-language.ts';
import { IconButton } from '../../ui/button.tsx';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import { useFindWords } from '../bar/use-find-words.ts';
import { NodeChoice } from '../node-choice.tsx';

type AskedParameter = QuestionAnswer['parameters'][number];

/** Long menus can be searched. */
const SHORT_MENU = 8;
const ANY = 'ANY';

/** A word of the question that can be changed in place. */
export function ParameterWord({
  parameter,
  asked,
  change,
}: {
  readonly parameter: QuestionParameter;
  readonly asked: AskedParameter;
  readonly change: (value: string | null) => void;
}): ReactElement {
  if (parameter.kind !== 'NODE') {
    return <TypedWord key={asked.value} parameter={parameter} asked={asked} change={change} />;
  }
  return parameter.choices.length > 0 ? (
    <MenuWord parameter={parameter} asked={asked} change={change} />
  ) : (
    <SearchedWord parameter={parameter} asked={asked} change={change} />
  );
}

interface WordProps {
  readonly parameter: QuestionParameter;
  readonly asked: AskedParameter;
  readonly change: (value: string | null) => void;
}

function MenuWord({ parameter, asked, change }: WordProps): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const find = useFindWords();
  const anyText = t('questions.any', { name: parameter.label.toLocaleLowerCase(language) });
  const choices = [
    ...(parameter.optional ? [{ id: ANY, text: anyText }] : []),
    ...parameter.choices.map((node) => ({ id: node.id, text: nameIn(node, language) })),
  ];
  return (
    <ChoiceMenu
      label={parameter.label}
      value={asked.text ?? anyText}
      look="word"
      chosen={asked.value ?? ANY}
      sections={[{ id: parameter.name, title: null, choices }]}
      {...(choices.length > SHORT_MENU ? { find } : {})}
      onChoose={(id) => change(id === ANY ? null : id)}
    />
  );
}

/** Too many to list: found by name. */
function SearchedWord({ parameter, asked, change }: WordProps): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { know } = useExplorer();
  const anyText = t('questions.any', { name: parameter.label.toLocaleLowerCase(language) });
  const [node] = useState(() => (asked.node === null || asked.node === undefined ? null : know(asked.node)));
  const shown = asked.value === null || asked.value === undefined ? null : parseNodeId(asked.value);
  return (
    <span className="gap-end">
      <NodeChoice
        label={parameter.label}
        node={shown ?? (parameter.optional ? null : node)}
        none={parameter.optional ? anyText : t('paths.choose')}
        types={parameter.nodeTypes}
        onChoose={change}
      />
      {parameter.optional && asked.value !== null && asked.value !== undefined && (
        <IconButton
          icon="close"
          label={t('questions.letGo', { name: asked.text ?? asked.value })}
          onPress={() => change(null)}
        />
      )}
    </span>
  );
}

/** A number or a date; Enter or leaving the field asks with it (empty: without, where that can be), and what is wrong with it is said. */
function TypedWord({ parameter, asked, change }: WordProps): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const [text, setText] = useState(asked.value ?? '');
  const { least, most } = parameter;
  const isLeftOut = parameter.optional && text.trim() === '';
  const isRight = (): boolean => {
    if (isLeftOut) return true;
    if (parameter.kind === 'DATE') return readDate(text).fault === null;
    const value = Number(text.replace(',', '.'));
    if (text.trim() === '' || Number.isNaN(value)) return false;
    return (
      value >= (least ?? -Infinity) &&
      value <= (most ?? Infinity) &&
      (parameter.whole !== true || Number.isInteger(value))
    );
  };
  const wrong = !isRight();
  const apply = (): void => {
    const typed = parameter.kind === 'NUMBER' ? String(Number(text.replace(',', '.'))) : text.trim();
    const value = isLeftOut ? null : typed;
    if (!wrong && value !== (asked.value ?? null)) change(value);
  };
  return (
    <span className="word-field">
      <input
        className="word-input"
        aria-label={parameter.label}
        aria-invalid={wrong}
        size={parameter.kind === 'DATE' ? 10 : 5}
        inputMode={parameter.kind === 'NUMBER' ? 'decimal' : 'text'}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={apply}
        onKeyDown={(event) => {
          if (event.key === 'Enter') apply();
        }}
      />
      {wrong && (
        <span className="word-fault" role="alert">
          {parameter.kind === 'DATE'
            ? t('filter.dateHint')
            : t('questions.range', { least: number(least ?? 0), most: number(most ?? 0) })}
        </span>
      )}
    </span>
  );
}
