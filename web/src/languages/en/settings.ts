export const settings = {
  language: 'Language',
  toDark: 'Dark colours',
  toLight: 'Light colours',
  console: 'Console: ask the API in GraphQL',
  commands: 'All commands (Ctrl K)',
  export: 'Export',
  share: 'Share',
  shortcuts: 'Keyboard shortcuts',
};
