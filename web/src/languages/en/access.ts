/** Signing in, and who one is. */
export const access = {
  title: 'Sign in to Sentra',
  why: 'This Sentra answers only people it knows.',
  provider: 'Sign in with your organisation',
  or: 'or',
  key: 'Key',
  keyHint: 'It begins with sentra_. It is kept in this tab only, and forgotten when you close it.',
  open: 'Open with the key',
  who: 'Signed in: {{name}}, {{role}}',
  signOut: 'Sign out',
  role: {
    reader: 'Reader',
    administrator: 'Administrator',
  },
  keyFault: {
    EMPTY: 'Paste the key that you were given.',
    WRONG: 'This key opens nothing here: it is wrong, has expired or was revoked.',
    TOO_MUCH: 'Too many attempts were made from here. Wait a few minutes, then try again.',
    UNREACHABLE: 'The server cannot be reached, or cannot look keys up at the moment. Try again in a moment.',
    UNEXPECTED: 'The server answered in a way that this page does not understand. Reload the page.',
  },
  fault: {
    PROVIDER_UNAVAILABLE: 'Your organisation’s sign-in does not answer at the moment. Try again later.',
    SIGN_IN_EXPIRED: 'This sign-in was begun elsewhere or too long ago. Begin it again.',
    SIGN_IN_REFUSED: 'Your organisation’s sign-in did not let you in.',
    SIGN_IN_FAILED:
      'The answer of your organisation’s sign-in cannot be trusted. Begin again; if it stays, tell whoever runs this Sentra.',
    NO_ROLE: 'You are known, but have no role here. Ask whoever runs this Sentra for one.',
    AUDIT_UNAVAILABLE: 'Nobody can sign in while the server cannot write down who does. Try again later.',
  },
};
