export const app = {
  name: 'Sentra',
  title: 'Sentra: who supplies whom in Indonesia’s industry',
  skip: 'Skip to the answer',
  back: 'Back',
  close: 'Close',
};
