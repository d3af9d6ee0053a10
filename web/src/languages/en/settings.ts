export const settings = {
  language: 'Language',
  toDark: 'Dark colours',
  toLight: 'Light colours',
  shortcuts: 'Keyboard shortcuts',
};
