import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components/Form';
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components/TextField';
import type { PartialDate } from '#vocabulary';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { readDate, type DateFault } from '../../exploration/date-fault.ts';
import { Button } from '../../ui/button.tsx';

/** The date, as exact as a person likes; what is wrong with it is said. A chunk of its own: form fields are large. */
export default function DateForm({ close }: { readonly close: () => void }): ReactElement {
  const { t } = useTranslation();
  const { ask } = useExplorer();
  const asOf = useExploration((exploration) => exploration.question.asOf);
  const [text, setText] = useState<string>(asOf ?? '');
  const [fault, setFault] = useState<DateFault | null>(null);
  const apply = (next: PartialDate | null): void => {
    if (next !== asOf) ask({ asOf: next });
    close();
  };
  const submit = (): void => {
    if (text.trim() === '') return apply(null);
    const read = readDate(text);
    if (read.fault === null) apply(read.date);
    else setFault(read.fault);
  };
  return (
    <Form
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        className="field"
        value={text}
        onChange={(value) => {
          setText(value);
          setFault(null);
        }}
        isInvalid={fault !== null}
        // The form was opened on purpose: the keyboard belongs in it.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
      >
        <Label className="field-label">{t('filter.date')}</Label>
        <Input className="field-input" inputMode="numeric" autoComplete="off" spellCheck={false} />
        <Text slot="description" className="field-note">
          {t('filter.dateHint')}
        </Text>
        <FieldError className="field-error">{fault !== null && t(`filter.dateFault.${fault.kind}`, fault)}</FieldError>
      </TextField>
      <p className="field-note">{t('filter.dateNote')}</p>
      <div className="field-actions">
        <Button onPress={() => apply(null)}>{t('filter.clear')}</Button>
        <Button look="solid" type="submit">
          {t('filter.apply')}
        </Button>
      </div>
    </Form>
  );
}
