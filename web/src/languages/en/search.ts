export const search = {
  label: 'Search',
  placeholder: 'Search a firm, cluster, place or product',
  clear: 'Clear the search',
  nothing: 'Nothing is called “{{text}}”. Search knows names, other spellings and codes.',
  waiting: 'Searching…',
  failed: 'The search did not answer. Type on to try again.',
  also: 'also',
  open: 'open',
  add: 'add to the graph',
  more: 'Shown {{shown}} of {{total}}, best first. Type more to narrow it.',
  ask: 'Answer “{{text}}”',
  restricted: 'Restricted',
};
