import { NODE_TYPES, type NodeType } from './node-types.ts';
import type { RelationType } from './relation-types.ts';

declare const idBrand: unique symbol;
/** `prefix:slug`, as in `regency:35.75` or `cluster:tegal-metal`. Readable and stable; ASCII. */
export type NodeId = string & { readonly [idBrand]: 'NodeId' };
/** `from--TYPE--to`, with `#key` where a second relation of the type joins the same ends. ASCII. */
export type RelationId = string & { readonly [idBrand]: 'RelationId' };
/** `about~MEASURE`, with `#key` where there are several. ASCII. */
export type FigureId = string & { readonly [idBrand]: 'FigureId' };
/** `source:slug`. ASCII. */
export type SourceId = string & { readonly [idBrand]: 'SourceId' };
/** `disagreement:slug`. ASCII. */
export type DisagreementId = string & { readonly [idBrand]: 'DisagreementId' };
/** What evidence can support. */
export type SubjectId = NodeId | RelationId | FigureId;

export class IdError extends Error {
  override readonly name = 'IdError';
}

const SLUG = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/;
const KEY = /^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/;
const TYPE_OF_PREFIX: ReadonlyMap<string, NodeType> = new Map(
  (Object.keys(NODE_TYPES) as NodeType[]).map((type) => [NODE_TYPES[type].idPrefix, type]),
);

function hasForm(text: string, prefixes: (prefix: string) => boolean): boolean {
  const colon = text.indexOf(':');
  return colon > 0 && text.length <= 200 && prefixes(text.slice(0, colon)) && SLUG.test(text.slice(colon + 1));
}

export function isNodeId(text: string): text is NodeId {
  return hasForm(text, (prefix) => TYPE_OF_PREFIX.has(prefix));
}

/** @throws IdError that says what would be right */
export function parseNodeId(text: string): NodeId {
  if (isNodeId(text)) return text;
  throw new IdError(`'${text.slice(0, 60)}' is not a node id; write a type's prefix and a name, as in province:35`);
}

/** The type that a node id's prefix stands for. */
export function nodeTypeOfId(id: NodeId): NodeType {
  const type = TYPE_OF_PREFIX.get(id.slice(0, id.indexOf(':')));
  if (type === undefined) throw new IdError(`'${id}' has no known prefix`);
  return type;
}

function isSourceId(text: string): text is SourceId {
  return hasForm(text, (prefix) => prefix === 'source');
}

/** @throws IdError */
export function parseSourceId(text: string): SourceId {
  if (isSourceId(text)) return text;
  throw new IdError(
    `'${text.slice(0, 60)}' is not a source id; write source: and a name, as in source:netralnews-2017`,
  );
}

function isDisagreementId(text: string): text is DisagreementId {
  return hasForm(text, (prefix) => prefix === 'disagreement');
}

/** @throws IdError */
export function parseDisagreementId(text: string): DisagreementId {
  if (isDisagreementId(text)) return text;
  throw new IdError(`'${text.slice(0, 60)}' is not a disagreement id; write disagreement: and a name`);
}

function withKey(base: string, key: string | undefined): string {
  if (key === undefined) return base;
  if (!KEY.test(key)) throw new IdError(`key '${key.slice(0, 40)}' may hold letters, digits, dots and hyphens only`);
  return `${base}#${key}`;
}

/** The id of a relation follows from its ends and type; `key` keeps parallel relations apart. */
export function relationId(from: NodeId, type: RelationType, to: NodeId, key?: string): RelationId {
  return withKey(`${from}--${type}--${to}`, key) as RelationId;
}

/** The id of a figure follows from what it is about; `key` keeps several of one measure apart. */
export function figureId(about: NodeId, measure: string, key?: string): FigureId {
  return withKey(`${about}~${measure}`, key) as FigureId;
}

/** Takes any text as a relation id: whether it exists is the store's to say. */
export function asRelationId(text: string): RelationId {
  return text as RelationId;
}
