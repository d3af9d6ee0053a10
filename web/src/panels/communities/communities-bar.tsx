import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { QUALITIES, type CommunitiesBy } from '../../exploration/looks.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import { otherResolution, parseResolution, parseSeed, withQuality } from './asked.ts';

/** What communities are looked for by: quality, resolution with coarser and finer, seed. */
export function CommunitiesBar({
  by,
  change,
}: {
  readonly by: CommunitiesBy;
  readonly change: (by: CommunitiesBy) => void;
}): ReactElement {
  const { t } = useTranslation();
  const [coarser, finer] = [otherResolution(by, false), otherResolution(by, true)];
  return (
    <div className="communities-bar" role="group" aria-label={t('communities.settings')}>
      <ChoiceMenu
        label={t('communities.qualityLabel')}
        value={t(`communities.qualities.${by.quality}`)}
        look="filter"
        chosen={by.quality}
        sections={[
          {
            id: 'quality',
            title: null,
            choices: QUALITIES.map((id) => ({
              id,
              text: t(`communities.qualities.${id}`),
              note: t(`communities.qualityNote.${id}`),
            })),
          },
        ]}
        onChoose={(id) => change(withQuality(by, id === 'MODULARITY' ? 'MODULARITY' : 'CPM'))}
      />
      <span className="communities-resolution">
        <IconButton
          icon="minus"
          label={t('communities.coarser')}
          isDisabled={coarser === null}
          onPress={() => coarser !== null && change({ ...by, resolution: coarser })}
        />
        <NumberField
          key={`resolution ${by.resolution}`}
          label={t('communities.resolution')}
          value={by.resolution}
          wrong={t('communities.wrongResolution')}
          parse={parseResolution}
          change={(resolution) => change({ ...by, resolution })}
        />
        <IconButton
          icon="plus"
          label={t('communities.finer')}
          isDisabled={finer === null}
          onPress={() => finer !== null && change({ ...by, resolution: finer })}
        />
      </span>
      <NumberField
        key={`seed ${by.seed}`}
        label={t('communities.seed')}
        value={by.seed}
        wrong={t('communities.wrongSeed')}
        parse={parseSeed}
        change={(seed) => change({ ...by, seed })}
      />
    </div>
  );
}

/** A number that is typed and taken with Enter or by leaving the field; what is wrong with it is said beside it. */
function NumberField({
  label,
  value,
  wrong,
  parse,
  change,
}: {
  readonly label: string;
  readonly value: number;
  readonly wrong: string;
  readonly parse: (text: string) => number | null;
  readonly change: (value: number) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const [text, setText] = useState(number(value));
  const parsed = parse(text);
  const take = (): void => {
    if (parsed !== null && parsed !== value) change(parsed);
  };
  return (
    <form
      className="communities-field"
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <label>
        <span>{label}</span>{' '}
        <input
          inputMode="decimal"
          value={text}
          aria-invalid={parsed === null}
          onChange={(event) => setText(event.target.value)}
          onBlur={take}
        />
      </label>
      {parsed === null && <span role="alert">{wrong}</span>}
      {parsed !== null && parsed !== value && <Button type="submit">{t('communities.take')}</Button>}
    </form>
  );
}
