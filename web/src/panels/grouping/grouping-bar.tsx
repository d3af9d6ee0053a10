import { useEffect, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { faultNamed } from '../../actions/faults.ts';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { GROUPINGS, type Grouping } from '../../exploration/arrangement.ts';
import { drawable, UNGROUPED_AT_MOST } from '../../exploration/grouping-choice.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceMenu, type ChoiceSection } from '../../ui/choice-menu.tsx';
import { Icon } from '../../ui/icon.tsx';
import { UNNOTICED, useDelayed } from '../../ui/use-delayed.ts';
import { AnalysisMenu } from '../analysis-menu.tsx';
import { groupNameIn } from './group-name.ts';
import './grouping.css';

/** Parts of the graph that may be shown whole. */
const WHOLE = ['showAll', 'showAllInputs', 'showSupply', 'showSupport'] as const;

/** Over the picture: what it is gathered by, the groups that are open, and what would be too large to draw. */
export default function GroupingBar(): ReactElement {
  const { t } = useTranslation();
  const grouping = useExploration((exploration) => exploration.grouping);
  useGroupWords();
  return (
    <section className="grouping-bar" aria-label={t('grouping.region')} data-covers-picture="">
      <GroupingMenu grouping={grouping} />
      <AnalysisMenu />
      <LeftOut />
      <OpenedGroups />
      <TooLargeNote />
      <Progress />
    </section>
  );
}

/** Groups without a name of their own are called in the page's language. */
function useGroupWords(): void {
  const { t } = useTranslation();
  const { nameGroups } = useExplorer();
  useEffect(() => {
    const kinds = ['COUNTRY', 'PROVINCE', 'REGENCY', 'SECTOR'] as const;
    const [country, province, regency, sector] = kinds.map((kind) => [
      t(`grouping.none.${kind}`),
      t(`grouping.several.${kind}`),
    ]);
    const at = (part: 0 | 1) => ({
      COUNTRY: country?.[part] ?? '',
      PROVINCE: province?.[part] ?? '',
      REGENCY: regency?.[part] ?? '',
      SECTOR: sector?.[part] ?? '',
    });
    nameGroups({
      none: { ...at(0), COMMUNITY: t('grouping.none.COMMUNITY') },
      several: at(1),
      around: t('grouping.around'),
    });
  }, [t, nameGroups]);
}

function GroupingMenu({ grouping }: { readonly grouping: Grouping }): ReactElement {
  const { t } = useTranslation();
  const { setGrouping, showPicture, dropPicture } = useExplorer();
  const picture = useExploration((exploration) => exploration.picture);
  const sections: readonly ChoiceSection[] = [
    {
      id: 'by',
      title: t('grouping.label'),
      choices: GROUPINGS.map((by) => ({
        id: by,
        text: t(`grouping.by.${by}`),
        ...(by === 'COMMUNITY' ? { note: t('grouping.communityNote') } : {}),
      })),
    },
    {
      id: 'whole',
      title: t('grouping.whole'),
      choices: [...WHOLE, ...(picture === null ? [] : (['drop'] as const))].map((id) => ({
        id,
        text: t(`grouping.${id}`),
        ...(id === 'showAll' ? { note: t('grouping.showAllNote') } : {}),
      })),
    },
  ];
  const choose = (id: string): void => {
    const by = GROUPINGS.find((other) => other === id);
    if (by !== undefined) void setGrouping(by);
    else if (id === 'drop') dropPicture();
    else if (id === 'showSupply') void showPicture({ families: ['supply', 'agreement', 'membership'] });
    else if (id === 'showAllInputs') void showPicture({ families: [] });
    else if (id === 'showSupport') void showPicture({ families: ['support'] });
    else void showPicture();
  };
  return (
    <ChoiceMenu
      label={t('grouping.label')}
      value={t(`grouping.by.${grouping}`)}
      look="filter"
      active={grouping !== 'NONE'}
      chosen={grouping}
      sections={sections}
      onChoose={choose}
    />
  );
}

/** What the whole graph is shown without, and how to see it. */
function LeftOut(): ReactElement | null {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { showPicture } = useExplorer();
  const picture = useExploration((exploration) => exploration.picture);
  if (picture === null || picture.leftOut === 0) return null;
  return (
    <p className="grouping-left-out">
      {t('grouping.leftOut', { count: picture.leftOut, shown: number(picture.leftOut) })}{' '}
      <Button look="text" onPress={() => void showPicture({ ...picture.filter, families: [] })}>
        {t('grouping.addLeftOut')}
      </Button>
    </p>
  );
}

/** Each group that is open, to be closed again. */
function OpenedGroups(): ReactElement | null {
  const { t } = useTranslation();
  const { closeGroup } = useExplorer();
  const exploration = useExploration((all) => all);
  if (exploration.grouping === 'NONE' || exploration.opened.length === 0) return null;
  return (
    <ul className="opened-groups" aria-label={t('grouping.opened')}>
      {exploration.opened.map((group) => {
        const name = groupNameIn(exploration, group, t);
        return (
          <li key={group}>
            <button
              type="button"
              className="button button-outline opened-group"
              aria-label={t('grouping.close', { name })}
              onClick={() => closeGroup(group)}
            >
              <span className="opened-name">{name}</span> <Icon name="close" size={12} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** What would be drawn, and the choice; or why it is not drawn. */
function TooLargeNote(): ReactElement | null {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { setGrouping, openGroup, leaveGrouped } = useExplorer();
  const tooLarge = useExploration((exploration) => exploration.tooLarge);
  if (tooLarge === null) return null;
  const { open, elements } = tooLarge;
  const never = drawable(elements) === 'NEVER';
  const shown = number(elements);
  return (
    <div className="grouping-note" role="alert">
      <p>
        {never ? t('grouping.tooLarge', { shown, most: number(UNGROUPED_AT_MOST) }) : t('grouping.large', { shown })}
      </p>
      <div className="field-actions">
        {!never && (
          <Button onPress={() => (open === 'ALL' ? void setGrouping('NONE', true) : openGroup(open, true))}>
            {t('grouping.drawLarge')}
          </Button>
        )}
        <Button look="solid" onPress={leaveGrouped}>
          {t('grouping.stay')}
        </Button>
      </div>
    </div>
  );
}

function Progress(): ReactElement | null {
  const { t } = useTranslation();
  const showing = useExploration((exploration) => exploration.showing);
  const noticed = useDelayed(showing.status === 'loading', UNNOTICED);
  if (showing.status === 'failed') {
    return (
      <p className="grouping-note" role="alert">
        {t(`state.fault.${faultNamed(showing.message)}`)}
      </p>
    );
  }
  return noticed && showing.status === 'loading' ? (
    <p className="grouping-note" role="status">
      {t('grouping.loading')}
    </p>
  ) : null;
}
