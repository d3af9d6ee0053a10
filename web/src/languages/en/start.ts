export const start = {
  title: 'Questions to start with',
  hide: 'Put away; they stay in the list of keys',
  tour: 'Take the tour',
  whoSays: 'Who says that {{cluster}} is tied to {{firm}}?',
  chain: 'By which chain is {{cluster}} linked to {{firm}}?',
  place: 'Which SMI clusters in {{place}} are tied to large industry?',
};
