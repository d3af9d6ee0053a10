import { Fragment, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useChoices } from '../../actions/asking.ts';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { nameIn } from '../../actions/known.ts';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import { useLanguage } from '../../languages/use-language.ts';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import { ChoicesInstead } from './choices-instead.tsx';
import { useFindWords } from './use-find-words.ts';

const ANY = 'any';

/** The question as a sentence; its marked words are menus. */
export function Sentence(): ReactElement {
  const { t } = useTranslation();
  // The words stand in another order in every language. `Trans` does the same with a parser of 5 kB.
  const parts = t('question.sentence').split(/(<\w+\/>)/);
  return (
    <p className="sentence">
      {parts.map((part) => (
        <Fragment key={part}>
          {part === '<subject/>' ? <SubjectMenu /> : part === '<object/>' ? <ObjectMenu /> : part}
        </Fragment>
      ))}
    </p>
  );
}

function SubjectMenu(): ReactElement {
  const { t } = useTranslation();
  const { ask } = useExplorer();
  const scope = useExploration((exploration) => exploration.question.scope);
  return (
    <ChoiceMenu
      label={t('question.subject')}
      value={t(`question.${scope}`)}
      look="word"
      chosen={scope}
      sections={[
        {
          id: 'scope',
          title: null,
          choices: [
            { id: 'CLUSTER', text: t('question.CLUSTER'), note: t('question.CLUSTERNote') },
            { id: 'GROUP', text: t('question.GROUP'), note: t('question.GROUPNote') },
          ],
        },
      ]}
      onChoose={(id) => ask({ scope: id === 'GROUP' ? 'GROUP' : 'CLUSTER' })}
    />
  );
}

function ObjectMenu(): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { ask, know } = useExplorer();
  const firm = useExploration((exploration) => exploration.question.largeIndustry);
  const nodes = useExploration((exploration) => exploration.nodes);
  const [opened, open] = useState(false);
  const find = useFindWords();
  const choices = useChoices(['LargeIndustry'], opened);
  const firms = choices.status === 'ready' ? choices.value : [];
  return (
    <ChoiceMenu
      label={t('question.object')}
      value={(firm === null ? undefined : nodes[firm]?.name) ?? t('question.anyLarge')}
      look="word"
      chosen={firm ?? ANY}
      onOpen={() => open(true)}
      find={find}
      instead={<ChoicesInstead choices={choices} />}
      loaded={choices.status === 'ready'}
      sections={[
        { id: 'any', title: null, choices: [{ id: ANY, text: t('question.anyLarge') }] },
        {
          id: 'firms',
          title: null,
          choices: firms.map((node) => ({
            id: node.id,
            text: nameIn(node, language),
            glyph: <NodeGlyph type={node.type} size={16} />,
          })),
        },
      ]}
      onChoose={(id) => {
        const chosen = firms.find((node) => node.id === id);
        ask({ largeIndustry: chosen === undefined ? null : know(chosen) });
      }}
    />
  );
}
