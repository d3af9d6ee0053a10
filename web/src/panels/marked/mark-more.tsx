import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components/Form';
import { FieldError, Input, Label, TextField } from 'react-aria-components/TextField';
import type { NodeType } from '#vocabulary';
import { useExplorer, useVisibleGraph } from '../../actions/explorer-context.ts';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import { useFormats } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { capitalised, typesWord } from '../words.ts';

/** Other ways to mark: neighbours, a type, and those with at least so many relations. */
export function MarkMore({ close }: { readonly close: () => void }): ReactElement {
  const { t } = useTranslation();
  const { language, number } = useFormats();
  const { markNeighbours, markType } = useExplorer();
  const graph = useVisibleGraph();
  const counts = new Map<NodeType, number>();
  for (const node of graph.nodes) if (node.group === null) counts.set(node.type, (counts.get(node.type) ?? 0) + 1);
  const then = (act: () => void) => (): void => {
    act();
    close();
  };
  return (
    <>
      {/* The menu was opened on purpose: the keyboard belongs in it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <Button autoFocus onPress={then(() => markNeighbours())}>
        {t('marked.neighbours')}
      </Button>
      <AtLeast close={close} />
      <h3 className="section-title">{t('marked.everyType')}</h3>
      <ul className="mark-types">
        {[...counts].map(([type, count]) => (
          <li key={type}>
            <button type="button" className="row row-relation" onClick={then(() => markType(type))}>
              <NodeGlyph type={type} size={15} />
              <span className="row-words">{capitalised(typesWord(type, language))}</span>
              <span className="group-count">{number(count)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function AtLeast({ close }: { readonly close: () => void }): ReactElement {
  const { t } = useTranslation();
  const { markWithAtLeast } = useExplorer();
  const [text, setText] = useState('3');
  const [wrong, setWrong] = useState(false);
  return (
    <Form
      className="at-least"
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        const relations = /^\s*\d+\s*$/.test(text) ? Number(text) : 0;
        setWrong(relations < 1);
        if (relations < 1) return;
        markWithAtLeast(relations);
        close();
      }}
    >
      <TextField
        className="field"
        value={text}
        onChange={(value) => {
          setText(value);
          setWrong(false);
        }}
        isInvalid={wrong}
      >
        <Label className="field-label">{t('marked.atLeast')}</Label>
        <Input className="field-input" inputMode="numeric" autoComplete="off" />
        <FieldError className="field-error">{t('marked.atLeastWrong', { text })}</FieldError>
      </TextField>
      <Button type="submit">{t('marked.markAtLeast')}</Button>
    </Form>
  );
}
