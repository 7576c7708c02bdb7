import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import type { Interaction } from 'oidc-provider';
import { bodyOf, RefusedRequest, sendPage } from '../http/answers.ts';
import { applicationsOf, EMPLOYEE_CLIENT_ID, ORGANISATION_HOSTS, RETURN_PATHS } from './clients.ts';
import { expiredPage, languageOf, personPage } from './pages.ts';
import { RecentInteractions } from './recent-interactions.ts';
import { authenticationOf, type TestPerson } from './test-persons.ts';

export interface Persons {
  readonly citizen: readonly TestPerson[];
  readonly employee: readonly TestPerson[];
}

/** Longer ago than what needs a new sign-in accepts. */
const EARLIER_SECONDS = 10 * 60;

const PATH = /^\/interaction\/([\w-]+)(?:\/(login|cancel))?$/;

/** The pages between "sign in" and the way back: choosing a person, or giving up. */
export class Interactions {
  private readonly provider: Provider;
  private readonly persons: Persons;
  private readonly applicationPort: number;
  private readonly recent = new RecentInteractions();

  constructor(provider: Provider, persons: Persons, applicationPort: number) {
    this.provider = provider;
    this.persons = persons;
    this.applicationPort = applicationPort;
  }

  /** Answers the request; false when it is not about an interaction. */
  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> {
    const [, uid, step] = PATH.exec(url.pathname) ?? [];
    if (uid === undefined) return false;
    const chosen = url.searchParams.get('ui_locales');
    const interaction = await this.find(request, response);
    const known = this.recent.find(uid);
    const language = chosen === null && known !== undefined ? known.language : languageOf(chosen ?? interaction?.params['ui_locales']);
    if (interaction?.uid !== uid) {
      sendPage(response, 400, expiredPage(language, known === undefined ? applicationsOf(this.applicationPort) : [known.application]));
    } else if (request.method === 'GET' && step === undefined) {
      const kind = kindOf(interaction);
      this.recent.remember(uid, { language, application: applicationOf(interaction) });
      const targets = ORGANISATION_HOSTS.map((host) => `http://${host}:${this.applicationPort}`);
      sendPage(response, 200, personPage({ uid, kind, language, persons: this.persons[kind] }), targets);
    } else if (request.method === 'POST' && step === 'login') {
      await this.signIn(request, response, interaction);
    } else if (request.method === 'POST' && step === 'cancel') {
      await this.provider.interactionFinished(request, response, { error: 'access_denied', error_description: 'The person cancelled.' });
    } else {
      throw new RefusedRequest(405, 'Method not allowed.');
    }
    return true;
  }

  private async find(request: IncomingMessage, response: ServerResponse): Promise<Interaction | undefined> {
    try {
      return await this.provider.interactionDetails(request, response);
    } catch {
      return undefined;
    }
  }

  private async signIn(request: IncomingMessage, response: ServerResponse, interaction: Interaction): Promise<void> {
    const form = new URLSearchParams(await bodyOf(request));
    const kind = kindOf(interaction);
    const person = this.persons[kind].find((candidate) => candidate.subject === form.get('subject'));
    if (person === undefined) throw new RefusedRequest(422, 'There is no such person in this list.');
    const { acr, amr } = authenticationOf(kind, form.get('assurance') === 'low' ? 'low' : 'usual');
    const ts = recognisedAt(form.get('recognised') === 'earlier');
    await this.provider.interactionFinished(request, response, { login: { accountId: person.subject, acr, amr, ts, remember: false } });
  }
}

/** Seconds since 1970; `earlier` is what a provider says that goes by its single sign-on, whatever it was asked. */
function recognisedAt(earlier: boolean): number {
  return Math.floor(Date.now() / 1000) - (earlier ? EARLIER_SECONDS : 0);
}

function applicationOf(interaction: Interaction): string {
  return new URL(RETURN_PATHS[kindOf(interaction)], String(interaction.params['redirect_uri'])).toString();
}

function kindOf(interaction: Interaction): 'citizen' | 'employee' {
  return interaction.params['client_id'] === EMPLOYEE_CLIENT_ID ? 'employee' : 'citizen';
}
