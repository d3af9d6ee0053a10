export const view = { label: 'View', GRAPH: 'Graph', MAP: 'Map', TABLE: 'Table', LIST: 'List' };
