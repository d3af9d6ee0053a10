import type { NodeId } from '#vocabulary';
import {
  lazy,
  Suspense,
  useCallback,
  useDeferredValue,
  useEffect,
  useRef,
  useState,
  type ReactElement,
  type RefObject,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useExploration, useExplorer } from '../actions/explorer-context.ts';
import { useStoreAway } from '../actions/store-away.ts';
import { withLaterTexts } from '../languages/i18n.ts';
import { useLanguage } from '../languages/use-language.ts';
import { AnswerAnnouncer, AnswerPanel } from '../panels/answer/answer-panel.tsx';
import { useSentence } from '../panels/answer/use-sentence.ts';
import { Filters, PhoneFilters } from '../panels/bar/filters.tsx';
import { SearchBox } from '../panels/bar/search-box.tsx';
import { Sentence } from '../panels/bar/sentence.tsx';
import { Settings, useTheme } from '../panels/bar/settings.tsx';
import { ViewSwitch } from '../panels/bar/view-switch.tsx';
import type { DetailsPlace } from '../panels/details/details-panel.tsx';
import { ExportButton } from '../panels/export/export-button.tsx';
import { focusDetails } from '../panels/focus-details.ts';
import { drawsItself, openPanel, openTrace, useOpenPanel } from '../panels/open-panel.ts';
import { requestExpand } from '../panels/expand-request.ts';
import { useTourShown } from '../panels/tour/tour-request.ts';
import { ViewsButton } from '../panels/views/views-button.tsx';
import { NARROW, PHONE, useMedia } from '../ui/use-media.ts';
import { Boundary } from './boundary.tsx';
import { Logo } from './logo.tsx';
import { useKeys, type CanvasCommands } from './use-keys.ts';
import { usePageCommands } from './use-page-commands.ts';

// Asked for by index.html already (modulepreload), so that it travels beside the shell.
const GraphCanvas = lazy(() => import('../canvas/graph-canvas.tsx'));
const loadDetails = withLaterTexts(async () => import('../panels/details/details-panel.tsx'));
const DetailsPanel = lazy(loadDetails);
const HistoryControls = lazy(withLaterTexts(async () => import('../panels/history/history-controls.tsx')));
const GroupingBar = lazy(withLaterTexts(async () => import('../panels/grouping/grouping-bar.tsx')));
const OpenedPanel = lazy(withLaterTexts(async () => import('../panels/opened-panel.tsx')));
const PanelView = lazy(
  withLaterTexts(async () => ({ default: (await import('../panels/opened-panel.tsx')).PanelView })),
);
const PictureBar = lazy(withLaterTexts(async () => import('../panels/marked/picture-bar.tsx')));
const KeysSheet = lazy(withLaterTexts(async () => import('./keys-sheet.tsx')));
const loadPalette = withLaterTexts(async () => import('../panels/palette/palette.tsx'));
const Palette = lazy(loadPalette);
const MapView = lazy(withLaterTexts(async () => import('../map/map-view.tsx')));
const TimeStrip = lazy(withLaterTexts(async () => import('../panels/time/time-strip.tsx')));
const Tour = lazy(withLaterTexts(async () => import('../panels/tour/tour.tsx')));
const AwayNotice = lazy(withLaterTexts(async () => import('../panels/away-notice.tsx')));
const TableView = lazy(withLaterTexts(async () => import('../panels/table/table-view.tsx')));

/** The whole page. */
export function App(): ReactElement {
  const { t } = useTranslation();
  const phone = useMedia(PHONE);
  const narrow = useMedia(NARROW);
  const search = useRef<HTMLInputElement>(null);
  const canvas = useRef<CanvasCommands | null>(null);
  const [keysShown, showKeys] = useState(false);
  const [palette, setPalette] = useState<'unasked' | 'open' | 'closed'>('unasked');
  const showPalette = (): void => setPalette('open');
  const view = useExploration((exploration) => exploration.view);
  const selected = useExploration((exploration) => exploration.selection !== null);
  useKeys({ search, canvas, showKeys: () => showKeys(true), showPalette });
  usePageCommands({ search, canvas, showKeys: () => showKeys(true) });
  useListFirstOnPhone(phone);
  useFocusBack(selected);
  const answered = useExploration((exploration) => exploration.answer !== null);
  useEffect(() => {
    // Loaded while nothing else is to do: what is typed right after Ctrl K must not be lost.
    if (answered) void loadDetails().then(loadPalette);
  }, [answered]);

  // What stands around an answer comes after it.
  const settled = useDeferredValue(answered, false);
  const panel = useOpenPanel();
  const tour = useTourShown();
  const storeAway = useStoreAway();

  const { store } = useExplorer();
  const steps = (
    <>
      <Suspense fallback={null}>{settled && <HistoryControls />}</Suspense>
      <ViewsButton keeper={async () => (await import('./picture-keeper.ts')).pictureKeeper(store)} />
      <ExportButton standing={async () => (await import('../canvas/standing.ts')).standing(store)} />
    </>
  );
  const detailsPlace = phone ? 'sheet' : narrow ? 'instead' : 'beside';
  const listShown = phone ? view === 'LIST' : !(selected && narrow);
  const pictureShown = !phone || view !== 'LIST';
  return (
    <div className={`page${selected && !narrow ? ' page-selected' : ''}`}>
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      <header className="top">
        <Logo />
        <div role="search" className="top-search">
          <SearchBox inputRef={search} />
        </div>
        {!phone && <ViewSwitch phone={false} />}
        {!phone && <div className="top-tools">{steps}</div>}
        <Settings showPalette={showPalette} showKeys={() => showKeys(true)} />
      </header>
      <section className="question" aria-label={t('question.region')}>
        <Sentence />
        {phone ? <PhoneFilters>{steps}</PhoneFilters> : <Filters />}
      </section>
      {/* Always there, so that what comes into it is spoken. */}
      <div className={storeAway ? 'away' : undefined} role="status">
        <Suspense fallback={null}>{storeAway && <AwayNotice />}</Suspense>
      </div>
      <main className="main" id="main" tabIndex={-1}>
        {!(listShown && answered && panel === null) && <PageHeading />}
        {listShown && panel === null && <AnswerPanel />}
        {panel !== null && (
          <Suspense fallback={null}>
            <OpenedPanel panel={panel} shown={listShown} />
          </Suspense>
        )}
        {selected && detailsPlace === 'instead' && <Details place="instead" />}
        {pictureShown && <Picture canvasRef={canvas} />}
        {selected && detailsPlace === 'beside' && <Details place="beside" />}
        {selected && detailsPlace === 'sheet' && <Details place="sheet" />}
      </main>
      {phone && (
        <nav className="bottom" aria-label={t('view.label')}>
          <ViewSwitch phone />
        </nav>
      )}
      <AnswerAnnouncer />
      {keysShown && (
        <Suspense fallback={null}>
          <KeysSheet isOpen onOpenChange={showKeys} />
        </Suspense>
      )}
      {tour && (
        <Suspense fallback={null}>
          <Tour />
        </Suspense>
      )}
      {palette !== 'unasked' && (
        <Suspense fallback={null}>
          <Palette isOpen={palette === 'open'} onOpenChange={(open) => setPalette(open ? 'open' : 'closed')} />
        </Suspense>
      )}
    </div>
  );
}

/** The page's heading where the answer's sentence is not on screen. */
function PageHeading(): ReactElement {
  const { t } = useTranslation();
  const sentence = useSentence();
  return <h1 className="spoken">{sentence === '' ? t('app.title') : sentence}</h1>;
}

/** Loaded while nothing else is to do, so that the first selection need not wait for it. */
function Details({ place }: { readonly place: DetailsPlace }): ReactElement {
  const { t } = useTranslation();
  return (
    <Boundary message={t('state.advice.UNEXPECTED')}>
      <Suspense fallback={null}>
        <DetailsPanel place={place} />
      </Suspense>
    </Boundary>
  );
}

/** On a phone the answer and its list come first; the first time, not when a person chose otherwise. */
function useListFirstOnPhone(phone: boolean): void {
  const { setView } = useExplorer();
  const was = useRef<boolean | null>(null);
  useEffect(() => {
    if (was.current === phone) return;
    if (phone) setView('LIST');
    else if (was.current === true) setView('GRAPH');
    was.current = phone;
  }, [phone, setView]);
}

/** When the details close with the keyboard inside, it goes back to where they were opened from. */
function useFocusBack(open: boolean): void {
  const wasOpen = useRef(false);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    if (open) {
      wasOpen.current = true;
      opener.current = document.activeElement;
      return;
    }
    // A page just loaded has closed nothing: the first Tab starts at its top.
    if (!wasOpen.current) return;
    wasOpen.current = false;
    const from = opener.current;
    opener.current = null;
    if (document.activeElement !== document.body) return;
    const back = from instanceof HTMLElement && from.isConnected && from !== document.body ? from : null;
    (back ?? document.getElementById('main'))?.focus();
  }, [open]);
}

/** The time strip keeps its room while it is loaded, so that the picture does not jump. */
function TimeDock(): ReactElement {
  return (
    <Suspense fallback={<div style={{ height: 68 }} />}>
      <TimeStrip />
    </Suspense>
  );
}

/** The graph, the map or the table. A view that fails leaves the rest of the page standing. */
function Picture({ canvasRef }: { readonly canvasRef: RefObject<CanvasCommands | null> }): ReactElement {
  const { t } = useTranslation();
  const { store, selectNode } = useExplorer();
  const language = useLanguage();
  const theme = useTheme();
  const view = useExploration((exploration) => exploration.view);
  const answered = useExploration((exploration) => exploration.answer !== null);
  const settled = useDeferredValue(answered, false);
  const ready = useCallback(
    (commands: CanvasCommands | null) => {
      canvasRef.current = commands;
    },
    [canvasRef],
  );
  const phone = useMedia(PHONE);
  const panel = useOpenPanel();
  // On a phone the panel says all of it; graph and map show the rest.
  const own = drawsItself(panel) && !phone && view !== 'MAP' ? panel : null;
  const Drawn = view === 'MAP' ? MapView : GraphCanvas;
  const drawn = {
    store,
    language,
    theme,
    onExpand: (id: NodeId): void => {
      selectNode(id);
      requestExpand(id);
    },
    onOpenDetails: () => focusDetails(),
    onAnalyse: (what: 'UPSTREAM' | 'DOWNSTREAM' | 'TIERS' | 'PATHS', id: NodeId): void => {
      const node = store.getState().nodes[id];
      if (node === undefined) return;
      if (what === 'PATHS') openPanel({ kind: 'PATHS', from: id, to: null });
      else openTrace(node, what === 'TIERS' ? undefined : what);
    },
    onReady: ready,
    dock: phone || !answered ? null : <TimeDock />,
  };
  return (
    <div className="picture">
      <Suspense fallback={null}>{settled && own === null && view !== 'TABLE' && <GroupingBar />}</Suspense>
      <Suspense fallback={null}>{settled && own === null && <PictureBar />}</Suspense>
      <Boundary key={own === null ? view : `${own.kind} ${view}`} message={t('state.canvasFailed')}>
        <Suspense fallback={<p className="picture-wait">{t('filter.loading')}</p>}>
          {own !== null ? (
            <PanelView panel={own} as={view === 'TABLE' ? 'TABLE' : 'PICTURE'} onReady={ready} />
          ) : view === 'TABLE' ? (
            <TableView />
          ) : (
            <Drawn {...drawn} />
          )}
        </Suspense>
      </Boundary>
    </div>
  );
}
