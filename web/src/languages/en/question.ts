export const question = {
  region: 'Question',
  sentence: 'Which <subject/> are tied to <object/> ?',
  subject: 'Who is asked about',
  object: 'Tied to whom',
  CLUSTER: 'SMI clusters',
  CLUSTERNote: 'work in one place',
  GROUP: 'SMI groups',
  GROUPNote: 'cooperatives and trades without one place',
  anyLarge: 'large industry',
};
