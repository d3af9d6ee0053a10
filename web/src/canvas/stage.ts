import cytoscape from 'cytoscape';
import type { Language } from '#vocabulary';
import type { Colours } from '../appearance/colours.ts';
import { ZOOM } from './camera.ts';
import { documentColours } from './colours.ts';
import { createLens, type Lens } from './lens.ts';
import { letteringOf, type Lettering, type Measure } from './sizes.ts';
import { stylesheet } from './stylesheet.ts';
import { fontsLoaded, measureOn } from './text-measure.ts';

/** What a picture is drawn with: Cytoscape, what is seen of it, and the colours and letters of the document. */
export interface Stage {
  readonly cy: cytoscape.Core;
  readonly lens: Lens;
  readonly colours: () => Colours;
  readonly measure: () => Measure;
  /** How names are broken in a language; the same as long as language and fonts are. */
  readonly lettering: (language: Language) => Lettering;
  /** Takes the colours that the document has in this theme; says whether they are others than before. */
  readonly recolour: (theme: string) => boolean;
  /** Calls back once, when names can be measured. */
  readonly onLetters: (ready: () => void) => void;
  readonly destroy: () => void;
}

/**
 * @param picture the element that Cytoscape draws in
 * @param still the element that holds everything drawn
 * @param context of the canvas that names are painted on
 */
export function createStage(picture: HTMLElement, still: HTMLElement, context: CanvasRenderingContext2D): Stage {
  let colours = documentColours();
  let coloured = '';
  let measure = measureOn(context);
  let letters: { readonly language: Language; readonly lettering: Lettering } | null = null;
  let alive = true;

  // It warns of every line between two nodes that overlap, as nodes of a fixed size on screen do when seen from far.
  cytoscape.warnings(false);
  const cy = cytoscape({
    container: picture,
    style: stylesheet(colours),
    minZoom: 0.01,
    maxZoom: ZOOM.max,
    // Every gesture is ours (gestures.ts): Cytoscape's look through everything drawn at each move of the pointer.
    userPanningEnabled: false,
    userZoomingEnabled: false,
    boxSelectionEnabled: false,
    autounselectify: true,
    autoungrabify: true,
    pixelRatio: 'auto',
  });
  const lens = createLens(cy, still);

  return {
    cy,
    lens,
    colours: () => colours,
    measure: () => measure,
    lettering: (language) => {
      if (letters?.language !== language) letters = { language, lettering: letteringOf(language, measure) };
      return letters.lettering;
    },
    recolour: (theme) => {
      if (theme === coloured) return false;
      coloured = theme;
      colours = documentColours();
      cy.style(stylesheet(colours));
      return true;
    },
    onLetters: (ready) =>
      void fontsLoaded().then(() => {
        if (!alive) return;
        measure = measureOn(context);
        letters = null;
        // In a task of its own: Cytoscape was set up in this one.
        setTimeout(() => {
          if (alive) ready();
        });
      }),
    destroy: () => {
      alive = false;
      lens.destroy();
      cy.destroy();
    },
  };
}
