import { PartialDateError, parsePartialDate, type PartialDate } from '#vocabulary';
import { useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** A date as exact as a person likes; empty is any date. Enter asks. */
export function DateField({
  asOf,
  onAsk,
}: {
  readonly asOf: PartialDate | null;
  readonly onAsk: (asOf: PartialDate | null) => void;
}): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const submit = (): void => {
    const date = text === null ? asOf : dateIn(text);
    if (date === undefined) return setWrong(true);
    setText(null);
    if (date !== asOf) onAsk(date);
  };
  return (
    <form
      className="time-date"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label className="spoken" htmlFor={id}>
        {t('time.date')}
      </label>
      <input
        id={id}
        className="time-input"
        value={text ?? asOf ?? ''}
        placeholder={t('time.dateHint')}
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onChange={(event) => {
          setText(event.target.value);
          setWrong(false);
        }}
        onBlur={() => {
          if (text !== null && !wrong) submit();
        }}
      />
      {wrong && (
        <p id={`${id}-wrong`} className="time-wrong" role="alert">
          {t('time.wrong')}
        </p>
      )}
    </form>
  );
}

/** The date in a text, null for an empty one, undefined when it is no date. */
function dateIn(text: string): PartialDate | null | undefined {
  if (text.trim() === '') return null;
  try {
    return parsePartialDate(text.trim());
  } catch (error) {
    if (error instanceof PartialDateError) return undefined;
    throw error;
  }
}
