import { TEXT, type Drawing, type Mark, type Measure, type TextLook } from '../../export/picture/drawing.ts';

const FAMILY = "'Inter Variable', system-ui, 'Hiragino Sans', 'Noto Sans JP', 'Noto Sans CJK JP', sans-serif";
const fontOf = (look: TextLook): string => `${TEXT[look].weight} ${TEXT[look].size}px ${FAMILY}`;

/** Two pixels for one, so that print and large screens are sharp. */
const SHARPNESS = 2;
/** Browsers draw no larger sides, nor larger areas, than these (Chromium 16,384 and 268 million pixels). */
const LARGEST = { side: 16_384, area: 250_000_000 };

/** Widths of texts as the browser writes them, in the page's own font. */
export async function measureInBrowser(): Promise<Measure> {
  // A font that cannot be had is no reason to export nothing.
  const looks: readonly TextLook[] = ['heading', 'name', 'small'];
  await Promise.all(looks.map((look) => document.fonts.load(fontOf(look)))).catch(() => undefined);
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('The browser cannot measure text');
  const known = new Map<string, number>();
  return (text, look) => {
    const key = `${look} ${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    context.font = fontOf(look);
    const { width } = context.measureText(text);
    known.set(key, width);
    return width;
  };
}

/** How many pixels one of the drawing gets: two, or fewer where the browser cannot draw so large a picture. */
function sharpnessOf({ width, height }: Drawing): number {
  return Math.min(SHARPNESS, LARGEST.side / width, LARGEST.side / height, Math.sqrt(LARGEST.area / (width * height)));
}

/** A drawing as PNG. @throws when the browser cannot make one */
export async function pngOf(drawing: Drawing): Promise<Blob> {
  const sharpness = sharpnessOf(drawing);
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(drawing.width * sharpness);
  canvas.height = Math.floor(drawing.height * sharpness);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The browser cannot draw the picture');
  context.scale(sharpness, sharpness);
  context.fillStyle = drawing.ground;
  context.fillRect(0, 0, drawing.width, drawing.height);
  for (const { marks } of drawing.groups) for (const mark of marks) paint(context, mark);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (blob === null) throw new Error('The browser cannot write the picture');
  return blob;
}

function paint(context: CanvasRenderingContext2D, mark: Mark): void {
  if (mark.kind === 'text') {
    context.font = fontOf(mark.look);
    context.textBaseline = 'middle';
    context.textAlign = mark.anchor === 'middle' ? 'center' : mark.anchor;
    if (mark.rim !== null) {
      context.lineWidth = 3;
      context.lineJoin = 'round';
      context.setLineDash([]);
      context.strokeStyle = mark.rim;
      context.strokeText(mark.text, mark.x, mark.y);
    }
    context.fillStyle = mark.ink;
    context.fillText(mark.text, mark.x, mark.y);
    return;
  }
  const outline = new Path2D(mark.path);
  context.save();
  context.translate(mark.x, mark.y);
  context.scale(mark.scale, mark.scale);
  if (mark.fill !== null) {
    context.fillStyle = mark.fill;
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, not an array
    context.fill(outline, mark.evenOdd ? 'evenodd' : 'nonzero');
  }
  if (mark.stroke !== null) {
    context.strokeStyle = mark.stroke;
    context.lineWidth = mark.width;
    context.lineCap = mark.round ? 'round' : 'butt';
    context.lineJoin = mark.round ? 'round' : 'miter';
    context.setLineDash([...mark.dash]);
    context.stroke(outline);
  }
  context.restore();
}
