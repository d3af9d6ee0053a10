import type { EvidenceKind } from '#vocabulary';
import type { Explorer } from '../../actions/explorer.ts';
import { GROUPINGS, LAYOUTS } from '../../exploration/arrangement.ts';
import { VIEWS } from '../../exploration/exploration.ts';
import { DOCUMENTED_ONLY, evidenceReach, WITH_INFERRED, type EvidenceReach } from '../../exploration/question.ts';
import { OFFERED_VIEWS } from '../bar/views.ts';
import type { Command } from './commands.ts';
import type { CommandWords } from './node-commands.ts';

/** How much evidence is asked for, with the name of its choice in the filter. */
const LEVELS: readonly {
  readonly reach: EvidenceReach;
  readonly name: 'documented' | 'general' | 'inferred';
  readonly evidence: readonly EvidenceKind[];
}[] = [
  { reach: 'DOCUMENTED', name: 'documented', evidence: DOCUMENTED_ONLY },
  { reach: 'GENERAL', name: 'general', evidence: ['DOCUMENTED', 'GENERAL_KNOWLEDGE'] },
  { reach: 'ANY', name: 'inferred', evidence: WITH_INFERRED },
];

/** Other views, layouts and groupings than those of now. */
export function viewCommands(explorer: Explorer, { t }: CommandWords): readonly Command[] {
  const { view, layout, grouping, picture } = explorer.store.getState();
  return [
    ...OFFERED_VIEWS.filter((other) => other !== view).map((other): Command => ({
      id: `view-${other}`,
      group: 'view',
      text: t('palette.view', { view: t(`view.${other}`) }),
      keys: String(VIEWS.indexOf(other) + 1),
      run: () => explorer.setView(other),
    })),
    ...LAYOUTS.filter((other) => other !== layout).map((other): Command => ({
      id: `layout-${other}`,
      group: 'layout',
      text: t('palette.layout', { layout: t(`history.layouts.${other}`) }),
      run: () => explorer.setLayout(other),
    })),
    ...GROUPINGS.filter((other) => other !== grouping).map((other): Command => ({
      id: `grouping-${other}`,
      group: 'grouping',
      text: t('palette.grouping', { grouping: t(`history.groupings.${other}`) }),
      run: () => void explorer.setGrouping(other),
    })),
    picture === null
      ? { id: 'whole-graph', group: 'view', text: t('grouping.showAll'), run: () => void explorer.showPicture() }
      : { id: 'drop-picture', group: 'view', text: t('grouping.drop'), run: explorer.dropPicture },
  ];
}

/** Ways to ask otherwise: evidence, clusters or groups, and taking a filter off. */
export function questionCommands(explorer: Explorer, { t }: CommandWords): readonly Command[] {
  const { question } = explorer.store.getState();
  const group = 'question';
  const scope = question.scope === 'CLUSTER' ? 'GROUP' : 'CLUSTER';
  const off: readonly (readonly [on: boolean, command: Command])[] = [
    [
      question.place !== null,
      { id: 'any-place', group, text: t('palette.anyPlace'), run: () => explorer.ask({ place: null }) },
    ],
    [
      question.sector !== null,
      { id: 'any-sector', group, text: t('palette.anySector'), run: () => explorer.ask({ sector: null }) },
    ],
    [
      question.asOf !== null,
      { id: 'any-date', group, text: t('palette.anyDate'), run: () => explorer.ask({ asOf: null }) },
    ],
    [
      question.largeIndustry !== null,
      { id: 'any-firm', group, text: t('palette.anyFirm'), run: () => explorer.ask({ largeIndustry: null }) },
    ],
  ];
  return [
    ...LEVELS.filter(({ reach }) => reach !== evidenceReach(question.evidence)).map(({ name, evidence }): Command => ({
      id: `evidence-${name}`,
      group,
      text: t('palette.evidence', { level: t(`filter.${name}`) }),
      run: () => explorer.ask({ evidence }),
    })),
    {
      id: 'scope',
      group,
      text: t('palette.scope', { scope: t(`question.${scope}`) }),
      run: () => explorer.ask({ scope }),
    },
    ...off.filter(([on]) => on).map(([, command]) => command),
    { id: 'ask-again', group, text: t('palette.askAgain'), run: explorer.askAgain },
  ];
}
