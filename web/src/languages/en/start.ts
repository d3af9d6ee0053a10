export const start = {
  title: 'Questions to start with',
  hide: 'Put away; they stay in the list of keys',
  tour: 'Take the tour',
  whoSays: 'Who says that {{cluster}} is tied to {{firm}}?',
  chain: 'By which chain is {{cluster}} linked to {{firm}}?',
  place: 'Which SMI clusters in {{place}} are tied to large industry?',
  all: 'All questions',
  allCounted_one: 'All questions: {{count}}',
  allCounted_other: 'All {{count}} questions',
  others: 'What else can be asked here',
  profile: 'What do the data hold of {{place}}?',
  candidates: 'Who could deal with whom?',
};
