import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import type { KnownNode } from '../../exploration/known.ts';
import { evidenceReach, FIRST_QUESTION, type EvidenceReach } from '../../exploration/question.ts';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { byKeyboard, focusDetails } from '../focus-details.ts';
import { stepThroughRows } from './row-keys.ts';
import { usePointing } from './tie-row.tsx';

const UNTIED_WORDS = {
  DOCUMENTED: 'untiedDocumented',
  GENERAL: 'untiedGeneral',
  ANY: 'untiedAny',
} as const satisfies Record<EvidenceReach, string>;

/** How many are without a tie, in words that say which ties were asked for. */
function useUntiedWords(): string {
  const { t } = useTranslation();
  const count = useExploration((exploration) => exploration.answer?.untied.length ?? 0);
  const answered = useExploration((exploration) => exploration.answered);
  const { scope, evidence } = answered ?? FIRST_QUESTION;
  return t(`answer.${UNTIED_WORDS[evidenceReach(evidence)]}${scope}`, { count });
}

/** Stands below the list: what is missing is said, too. */
export function UntiedButton({ open }: { readonly open: () => void }): ReactElement {
  const words = useUntiedWords();
  return (
    <button type="button" className="untied-button" onClick={open}>
      <NodeGlyph type="SmiCluster" size={18} hollow />
      <span className="untied-words">{words}</span>
      <Icon name="right" />
    </button>
  );
}

/** The clusters without a tie, by name. */
export function UntiedList({ back }: { readonly back: () => void }): ReactElement {
  const { t } = useTranslation();
  const words = useUntiedWords();
  const untied = useExploration((exploration) => exploration.answer?.untied);
  const nodes = useExploration((exploration) => exploration.nodes);
  const asked = useExploration(({ answered }) => answered?.largeIndustry ?? null);
  // Those without a tie to one firm may well be tied to another.
  const firm = asked === null ? undefined : nodes[asked]?.name;
  const backButton = useRef<HTMLButtonElement>(null);
  // The button that opened the list is gone: the keyboard goes on at its way back.
  useEffect(() => backButton.current?.focus(), []);
  return (
    <>
      <header className="untied-head">
        <IconButton icon="back" label={t('app.back')} onPress={back} ref={backButton} />
        <div>
          <h1 className="untied-title">{words}</h1>
          <p className="answer-counts">{t('answer.untiedNote', { object: firm ?? t('question.anyLarge') })}</p>
        </div>
      </header>
      <ul className="answer-scroll" data-rows>
        {(untied ?? []).map((id) => {
          const node = nodes[id];
          return node === undefined ? null : (
            <li key={id}>
              <UntiedRow node={node} />
            </li>
          );
        })}
      </ul>
    </>
  );
}

function UntiedRow({ node }: { readonly node: KnownNode }): ReactElement {
  const { t } = useTranslation();
  const { selectNode } = useExplorer();
  const selected = useExploration(({ selection }) => selection?.kind === 'node' && selection.id === node.id);
  const pointing = usePointing({ kind: 'node', id: node.id });
  return (
    <button
      type="button"
      className={`tie${selected ? ' tie-touched' : ''}`}
      aria-current={selected}
      data-row
      onKeyDown={stepThroughRows}
      onClick={(event) => {
        selectNode(node.id);
        if (byKeyboard(event)) focusDetails();
      }}
      {...pointing}
    >
      <NodeGlyph type={node.type} size={17} hollow />
      <span className="tie-lines">
        <span className="tie-cluster">{node.name}</span>
        <span className="tie-when">{node.places.length > 0 ? node.places.join(', ') : t('answer.placeUnknown')}</span>
      </span>
    </button>
  );
}
