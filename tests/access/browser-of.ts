/** As much of a browser as signing in needs: cookies, and redirections followed one at a time. */
import { send, type RawAnswer } from '../api/raw-request.ts';

export class Browser {
  /** By name, as the server set them last. */
  readonly cookies = new Map<string, string>();
  /** Set-Cookie fields so far. */
  readonly set: string[] = [];
  readonly #url: string;
  readonly #publicUrl: URL;

  /** @param url where the server listens @param publicUrl where it says that it is */
  constructor(url: string, publicUrl: string) {
    this.#url = url;
    this.#publicUrl = new URL(publicUrl);
  }

  async send(
    method: string,
    path: string,
    { body, headers = {} }: { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> } = {},
  ): Promise<RawAnswer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const json = body === undefined ? {} : { 'content-type': 'application/json', origin: this.#publicUrl.origin };
    const answer = await send(this.#url, {
      method,
      path,
      headers: { host: this.#publicUrl.host, ...(cookie === '' ? {} : { cookie }), ...json, ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const fields = answer.headers['set-cookie'];
    for (const field of Array.isArray(fields) ? fields : []) {
      this.set.push(field);
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(field) ?? [];
      if (field.includes('Max-Age=0')) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<RawAnswer> {
    return this.send('GET', path, { headers });
  }

  /** To the provider, who agrees at once. @returns the path that it sends back to */
  async goAndComeBack(to = '/'): Promise<string> {
    const there = await this.get(`/access/sign-in?to=${encodeURIComponent(to)}`);
    if (there.status !== 303) throw new Error(`signing in did not begin: ${there.status} ${there.body}`);
    const back = await fetch(String(there.headers.location), { redirect: 'manual' });
    const { origin, pathname, search } = new URL(back.headers.get('location') ?? '');
    if (origin !== this.#publicUrl.origin) throw new Error(`sent to ${origin}`);
    return pathname + search;
  }

  async signIn(to = '/'): Promise<RawAnswer> {
    return this.get(await this.goAndComeBack(to));
  }

  /** 200 and who one is, or the status that one is refused with. */
  async me(): Promise<unknown> {
    const { status, body } = await this.get('/access/me');
    return status === 200 ? JSON.parse(body) : status;
  }
}
