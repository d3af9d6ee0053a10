/** Prints the part of the schema that follows from the vocabulary, so that a new term reaches it without another edit. */
import {
  ALIAS_KINDS,
  CARRIED_KINDS,
  EVIDENCE_KINDS,
  LANGUAGES,
  MEASURES,
  NODE_TYPES,
  RELATION_FAMILIES,
  RELATION_TYPES,
  SECTOR_SCHEMES,
  TARGET_STATUSES,
  UNITS,
} from '#vocabulary';

interface EnumValue {
  readonly name: string;
  readonly description?: string;
}

function printEnum(name: string, description: string, values: readonly EnumValue[]): string {
  const lines = values.flatMap((value) => [
    ...(value.description === undefined ? [] : [`  ${JSON.stringify(value.description)}`]),
    `  ${value.name}`,
  ]);
  return `${JSON.stringify(description)}\nenum ${name} {\n${lines.join('\n')}\n}\n`;
}

function described(terms: Readonly<Record<string, { readonly description: string }>>): readonly EnumValue[] {
  return Object.entries(terms).map(([name, term]) => ({ name, description: term.description }));
}

function plain(names: readonly string[]): readonly EnumValue[] {
  return names.map((name) => ({ name }));
}

export function printVocabularySchema(): string {
  return [
    '# Generated from graph-seed/vocabulary by `npm run generate`; do not edit.\n',
    printEnum(
      'NodeType',
      'Types of node: the same word is the enum value, the object type and the label in Neo4j.',
      described(NODE_TYPES),
    ),
    printEnum(
      'RelationType',
      'Types of relation: the same word is the relation type in Neo4j.',
      described(RELATION_TYPES),
    ),
    printEnum(
      'RelationFamily',
      'What a relation carries; kinds that a reader must not mix.',
      described(RELATION_FAMILIES),
    ),
    printEnum(
      'EvidenceKind',
      'What kind of support a source gives; the evidence class of a relation is its strongest piece.',
      described(EVIDENCE_KINDS),
    ),
    printEnum(
      'Measure',
      'What a figure says.',
      Object.entries(MEASURES).map(([name, measure]) => ({ name, description: measure.label.en })),
    ),
    printEnum('Unit', 'Unit of a number figure.', plain(UNITS)),
    printEnum('AliasKind', 'What an alias is.', plain(ALIAS_KINDS)),
    printEnum('CarriedKind', 'What a supply relation carries.', plain(CARRIED_KINDS)),
    printEnum('TargetStatus', 'How firm a target is; never upgraded.', plain(TARGET_STATUSES)),
    printEnum('SectorScheme', "Whose classification a sector's code belongs to.", plain(SECTOR_SCHEMES)),
    printEnum('Language', 'Languages of names and labels.', plain(LANGUAGES)),
  ].join('\n');
}
