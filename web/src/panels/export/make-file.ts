import type { Colours } from '../../appearance/colours.ts';
import { briefText, type BriefWords } from '../../export/brief.ts';
import type { ExportContent } from '../../export/content.ts';
import { fileName } from '../../export/file-name.ts';
import { gexfText } from '../../export/gexf.ts';
import { graphmlText } from '../../export/graphml.ts';
import { jsonText } from '../../export/json.ts';
import { drawPicture } from '../../export/picture/picture.ts';
import type { Scene } from '../../export/picture/scene.ts';
import { svgText } from '../../export/picture/svg.ts';
import { tableFiles } from '../../export/tables.ts';
import { zipped } from '../../export/zip.ts';
import { formOf, type FormId } from './forms.ts';
import { measureInBrowser, pngOf } from './paint.ts';
import type { MadeFile } from './save.ts';

/** What a file is made from. */
export interface FileParts {
  readonly form: FormId;
  readonly content: ExportContent;
  /** Null when nothing has a place; then a brief has no picture, and there are no other pictures. */
  readonly scene: Scene | null;
  readonly colours: Colours;
  readonly words: BriefWords;
}

/** Makes the file. @throws when a picture is asked for without a scene, or the browser cannot draw it */
export async function makeFile(parts: FileParts): Promise<MadeFile> {
  const { statement } = parts.content;
  const { extension, type } = formOf(parts.form);
  const madeAt = new Date(statement.madeAt);
  const written = await write(parts, madeAt);
  const blob = written instanceof Blob ? written : new Blob([written], { type: `${type};charset=utf-8` });
  return { name: fileName(statement.question, madeAt, extension), blob };
}

async function write(
  { form, content, scene, colours, words }: FileParts,
  madeAt: Date,
): Promise<string | Blob | Uint8Array<ArrayBuffer>> {
  switch (form) {
    case 'CSV':
      return zipped(tableFiles(content), madeAt);
    case 'JSON':
      return jsonText(content);
    case 'GRAPHML':
      return graphmlText(content);
    case 'GEXF':
      return gexfText(content, colours);
    case 'BRIEF': {
      const svg = scene === null ? null : svgText(drawPicture(scene, await measureInBrowser()));
      return briefText(content, svg, words);
    }
    case 'PNG':
      return pngOf(await drawing(scene));
    case 'SVG':
      return svgText(await drawing(scene));
  }
}

async function drawing(scene: Scene | null): Promise<ReturnType<typeof drawPicture>> {
  if (scene === null) throw new Error('Nothing of the picture has a place');
  return drawPicture(scene, await measureInBrowser());
}
