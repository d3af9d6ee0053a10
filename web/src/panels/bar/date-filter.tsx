import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Form } from 'react-aria-components/Form';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components/Popover';
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components/TextField';
import { parsePartialDate, PartialDateError, type PartialDate } from '#vocabulary';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { dateText } from '../../exploration/period-text.ts';
import { useLanguage } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';

/** The partial date a text stands for; null when it is none. */
function partialDateIn(text: string): PartialDate | null {
  try {
    return parsePartialDate(text.trim());
  } catch (error) {
    if (error instanceof PartialDateError) return null;
    throw error;
  }
}

/** The date at which ties have to hold, as exact as a person likes. */
export function DateFilter(): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const asOf = useExploration((exploration) => exploration.question.asOf);
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AriaButton className={`choice choice-filter${asOf === null ? '' : ' choice-active'}`}>
        <span className="choice-label">{t('filter.ASOF')}</span>{' '}
        <span className="choice-value">{asOf === null ? t('filter.anyDate') : dateText(asOf, language)}</span>
        <Icon name="down" size={12} />
      </AriaButton>
      <Popover className="pop" placement="bottom end" offset={4}>
        <Dialog className="pop-body date-form" aria-label={t('filter.ASOF')}>
          <DateForm close={() => setOpen(false)} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function DateForm({ close }: { readonly close: () => void }): ReactElement {
  const { t } = useTranslation();
  const { ask } = useExplorer();
  const asOf = useExploration((exploration) => exploration.question.asOf);
  const [text, setText] = useState<string>(asOf ?? '');
  const [wrong, setWrong] = useState(false);
  const apply = (next: PartialDate | null): void => {
    if (next !== asOf) ask({ asOf: next });
    close();
  };
  const submit = (): void => {
    const date = text.trim() === '' ? null : partialDateIn(text);
    if (date === null && text.trim() !== '') setWrong(true);
    else apply(date);
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
          setWrong(false);
        }}
        isInvalid={wrong}
        // The form was opened on purpose: the keyboard belongs in it.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
      >
        <Label className="field-label">{t('filter.date')}</Label>
        <Input className="field-input" inputMode="numeric" autoComplete="off" spellCheck={false} />
        <Text slot="description" className="field-note">
          {t('filter.dateHint')}
        </Text>
        <FieldError className="field-error">{t('filter.dateWrong')}</FieldError>
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
