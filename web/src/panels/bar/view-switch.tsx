import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import type { View } from '../../exploration/exploration.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { OFFERED_VIEWS, type OfferedView } from './views.ts';

const ICON = { LIST: 'list', GRAPH: 'graph', MAP: 'map', TABLE: 'table' } as const satisfies Record<
  OfferedView,
  IconName
>;

/** The same answer, looked at another way. On a phone the list is a view of its own; elsewhere it always stands beside. */
export function ViewSwitch({ phone }: { readonly phone: boolean }): ReactElement {
  const { t } = useTranslation();
  const { setView } = useExplorer();
  const view = useExploration((exploration) => exploration.view);
  const views = phone ? OFFERED_VIEWS : OFFERED_VIEWS.filter((choice) => choice !== 'LIST');
  const current: View = phone || view !== 'LIST' ? view : 'GRAPH';
  return (
    <ToggleButtonGroup
      className={phone ? 'bottom-bar' : 'segments'}
      aria-label={t('view.label')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[current]}
      onSelectionChange={(keys) => {
        const next = views.find((choice) => keys.has(choice));
        if (next !== undefined) setView(next);
      }}
    >
      {views.map((choice) => (
        <ToggleButton key={choice} id={choice} className={phone ? 'bottom-tab' : 'segment'}>
          <Icon name={ICON[choice]} />
          <span>{t(`view.${choice}`)}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
