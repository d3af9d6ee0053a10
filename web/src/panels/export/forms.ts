/** The forms of a file. PICTURE ones need to know where nodes stand. */
export const FORMS = [
  { id: 'PNG', extension: 'png', type: 'image/png', picture: true },
  { id: 'SVG', extension: 'svg', type: 'image/svg+xml', picture: true },
  { id: 'BRIEF', extension: 'html', type: 'text/html', picture: true },
  { id: 'CSV', extension: 'zip', type: 'application/zip', picture: false },
  { id: 'JSON', extension: 'json', type: 'application/json', picture: false },
  { id: 'GRAPHML', extension: 'graphml', type: 'application/graphml+xml', picture: false },
  { id: 'GEXF', extension: 'gexf', type: 'application/gexf+xml', picture: false },
] as const;

export type Form = (typeof FORMS)[number];
export type FormId = Form['id'];

export function formOf(id: FormId): Form {
  return FORMS.find((form) => form.id === id) ?? FORMS[0];
}
