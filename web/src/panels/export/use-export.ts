import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeId } from '#vocabulary';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { loadRecords, type Records } from '../../actions/records.ts';
import { markedIn } from '../../exploration/marking.ts';
import { drawnLooks } from '../../exploration/drawn-looks.ts';
import { visibleGraph } from '../../exploration/visible-graph.ts';
import { contentOf } from '../../export/collect.ts';
import type { ExportContent, ExportScope } from '../../export/content.ts';
import { idsOf, rowsOf, type Rows } from '../../export/rows.ts';
import { useFormats } from '../../languages/use-language.ts';
import { useSentence } from '../answer/use-sentence.ts';
import { useBriefWords } from './brief-words.ts';
import { coloursOnPaper, coloursOnScreen } from './colours.ts';
import { formOf, type FormId } from './forms.ts';
import { makeFile } from './make-file.ts';
import { save } from './save.ts';
import { sceneOf } from './picture-scene.ts';
import type { StandingNow } from './standing-now.ts';
import { statementOf } from './statement.ts';

/** What is exported. SCREEN is for pictures only. */
export type What = ExportScope | 'SCREEN';

/** Where making a file stands. */
type Making =
  | { readonly at: 'idle' }
  | { readonly at: 'asking'; readonly loaded: number; readonly total: number }
  | { readonly at: 'making' }
  | { readonly at: 'done'; readonly name: string }
  | { readonly at: 'failed' };

/** What the dialog shows of the file before it is made, and how it is made. */
export interface Exporting {
  readonly preview: ExportContent | null;
  /** How much of it is folded into the lines of the picture. */
  readonly folded: number;
  readonly making: Making;
  readonly go: (form: FormId) => void;
  readonly cancel: () => void;
}

const NOTHING: Records = { relations: new Map(), nodes: new Map() };

/** The view as it is when the dialog is open; asks for the sources when a file is made. */
export function useExport(what: What, standing: StandingNow | null): Exporting {
  const { t } = useTranslation();
  const { store, cache } = useExplorer();
  const { language, number } = useFormats();
  const exploration = useExploration((whole) => whole);
  const sentence = useSentence();
  const words = useBriefWords();
  const [opened] = useState(() => new Date());
  const [making, setMaking] = useState<Making>({ at: 'idle' });
  const asking = useRef<AbortController | null>(null);
  useEffect(() => () => asking.current?.abort(), []);

  const graph = useMemo(() => visibleGraph(exploration), [exploration]);
  const only = useMemo(
    (): ReadonlySet<NodeId> | null => (what === 'MARKED' ? new Set(markedIn(graph)) : null),
    [what, graph],
  );

  const rowsWith = (said: Records): Rows => {
    const places = standing?.places ?? new Map<string, never>();
    return rowsOf({ graph, known: exploration, said, standing: places, language }, only);
  };

  const contentWith = (said: Records, madeAt: Date): ExportContent | null => {
    const { answer, answered } = exploration;
    if (answer === null || answered === null) return null;
    const rows = rowsWith(said);
    const shown = {
      nodes: only === null ? graph.shown.nodes : only.size,
      relations: rows.relations.filter(({ drawn }) => drawn).length,
    };
    const scope: ExportScope = what === 'MARKED' ? 'MARKED' : 'VIEW';
    const stated = { exploration, answer, answered, graph, shown, scope, sentence, madeAt, language, number, t };
    return contentOf(statementOf(stated), rows, said);
  };

  const make = async (form: FormId, signal: AbortSignal): Promise<void> => {
    const revision = store.getState().answer?.revision;
    if (revision === undefined) return;
    const wanted = idsOf(rowsWith(NOTHING));
    const total = wanted.nodes.length + wanted.relations.length;
    setMaking({ at: 'asking', loaded: 0, total });
    const said = await loadRecords(wanted, { cache, revision }, signal, (loaded) =>
      setMaking({ at: 'asking', loaded, total }),
    );
    const content = contentWith(said, new Date());
    if (content === null) return;
    setMaking({ at: 'making' });
    const onScreen = what === 'SCREEN' && formOf(form).picture && form !== 'BRIEF';
    const colours = onScreen ? coloursOnScreen() : coloursOnPaper();
    const scene =
      standing === null || standing.places.size === 0
        ? null
        : sceneOf({
            graph,
            looks: drawnLooks(store.getState()),
            nameOf: (id) => store.getState().nodes[id]?.name ?? id,
            only,
            standing,
            look: onScreen ? standing.look : null,
            content,
            colours,
            alone: form !== 'BRIEF',
            language,
            number,
            t,
          });
    const file = await makeFile({ form, content, scene, colours, words });
    if (signal.aborted) return;
    save(file);
    setMaking({ at: 'done', name: file.name });
  };

  const preview = contentWith(NOTHING, opened);
  return {
    preview,
    folded: preview === null ? 0 : preview.relations.filter(({ drawn }) => !drawn).length,
    making,
    go: (form) => {
      asking.current?.abort();
      const controller = new AbortController();
      asking.current = controller;
      make(form, controller.signal).catch(() => {
        if (!controller.signal.aborted) setMaking({ at: 'failed' });
      });
    },
    cancel: () => {
      asking.current?.abort();
      setMaking({ at: 'idle' });
    },
  };
}
