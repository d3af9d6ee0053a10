export const view = { label: 'View', GRAPH: 'Graph', TABLE: 'Table', LIST: 'List' };
