/** Why somebody did not get in; the page has words for each. */
const SIGN_IN_FAULTS = {
  PROVIDER_UNAVAILABLE: [503, 'The provider to sign in with does not answer at the moment; try again later.'],
  SIGN_IN_EXPIRED: [400, 'This sign-in was not begun in this browser, or too long ago; begin it again.'],
  SIGN_IN_REFUSED: [403, 'The provider did not let you in.'],
  SIGN_IN_FAILED: [
    403,
    'What the provider answered cannot be trusted; begin again, and tell whoever runs this server if it happens again.',
  ],
  NO_ROLE: [403, 'The provider knows you, but you have no role here; ask whoever runs this server for one.'],
  AUDIT_UNAVAILABLE: [503, 'Nobody can sign in while this server cannot write down who does; try again later.'],
} as const satisfies Readonly<Record<string, readonly [status: number, message: string]>>;
export type SignInFaultCode = keyof typeof SIGN_IN_FAULTS;

export class SignInFault extends Error {
  override readonly name = 'SignInFault';
  readonly code: SignInFaultCode;
  readonly status: number;
  /** For the log: what was wrong, without a token. */
  readonly reason: string;

  constructor(code: SignInFaultCode, reason: string) {
    const [status, message] = SIGN_IN_FAULTS[code];
    super(message);
    this.code = code;
    this.status = status;
    this.reason = reason;
  }
}
