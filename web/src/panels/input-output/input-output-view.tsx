import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ExtractionBars } from './extraction-bars.tsx';
import { FlowPicture } from './flow-picture.tsx';
import { HeatMap } from './heat-map.tsx';
import { LinkageBars } from './linkage-bars.tsx';
import { useShownTable, type ShownTable } from './shown-table.ts';
import { TwinTable } from './twin-table.tsx';
import { useFigures } from './use-figures.ts';

/** In the place of graph and table while a table is looked at: its picture, or the same figures as rows. */
export function InputOutputView({ as }: { readonly as: 'PICTURE' | 'TABLE' }): ReactElement | null {
  const shown = useShownTable();
  if (shown === null) return null;
  return (
    <div className="io-frame">
      <ShownAs shown={shown} as={as} />
    </div>
  );
}

/** A picture of the table under its heading, or its twin. */
export function ShownAs({ shown, as }: { readonly shown: ShownTable; readonly as: 'PICTURE' | 'TABLE' }): ReactElement {
  const title = useTitle(shown);
  return (
    <>
      <h3 className="io-title">{title}</h3>
      {as === 'TABLE' ? <TwinTable shown={shown} caption={title} /> : <Picture shown={shown} />}
    </>
  );
}

function Picture({ shown }: { readonly shown: ShownTable }): ReactElement {
  // Another table, or another matrix, begins at its first cell.
  const key = `${shown.table.id} ${shown.asked.picture}`;
  switch (shown.asked.picture) {
    case 'MATRIX':
      return <HeatMap key={key} shown={shown} />;
    case 'LINKAGES':
      return <LinkageBars key={key} shown={shown} />;
    case 'EXTRACTION':
      return <ExtractionBars key={key} shown={shown} />;
    case 'FLOWS':
      return <FlowPicture key={key} shown={shown} />;
  }
}

/** What is shown, of which table and year, in which unit. */
function useTitle({ table, asked }: ShownTable): string {
  const { t } = useTranslation();
  const { unit } = useFigures(table);
  const name = table.sectors.find(({ code }) => code === asked.sector)?.name ?? null;
  const what =
    asked.picture === 'MATRIX'
      ? t(`inputOutput.matrix.${asked.of}`)
      : asked.picture === 'EXTRACTION' && name !== null
        ? t('inputOutput.lossesWithout', { name })
        : asked.picture === 'FLOWS' && name !== null
          ? t('inputOutput.flowsOf', { name })
          : t(`inputOutput.picture.${asked.picture}`);
  const rupiah = asked.picture === 'EXTRACTION' || asked.picture === 'FLOWS' || asked.of === 'FLOWS';
  const named = table.name.includes(table.year);
  const tableName = named ? table.name : t('inputOutput.tableName', { name: table.name, year: table.year });
  const values = { what, table: tableName, unit };
  return asked.picture !== 'LINKAGES' && rupiah
    ? t('inputOutput.titleUnit', values)
    : t('inputOutput.titlePlain', values);
}
