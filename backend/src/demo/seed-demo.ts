import { Injectable } from '@nestjs/common';
import { addDays, HELSINKI, instantOf, toLocalTime, type LocalDate } from '../kernel/index.ts';
import { Audit } from '../platform/audit/index.ts';
import { Transactions } from '../platform/database/index.ts';
import { ExpireOfferedTimes } from '../modules/calendar/index.ts';
import { SkipMessagesDueBefore } from '../modules/notifications/index.ts';
import { Organisations } from '../modules/organisation/index.ts';
import { BindDemoSignIns } from './bind-demo-sign-ins.ts';
import { LinkDemoVideo } from './link-demo-video.ts';
import { DEMO_ORGANISATIONS } from './content/organisations.ts';
import { ContinueTemplates, DAYS_AHEAD } from './continue-templates.ts';
import type { DemoClock } from './demo-clock.ts';
import type { DemoDatabase } from './demo-database.ts';
import { DemoIds } from './demo-ids.ts';
import { DemoRepository, SEEDED } from './demo.repository.ts';
import { ReliveVisits } from './past/relive-visits.ts';
import { SetUpCalendar } from './setup/set-up-calendar.ts';
import { SetUpClients } from './setup/set-up-clients.ts';
import { SetUpOrganisations } from './setup/set-up-organisations.ts';
import { SetUpServices } from './setup/set-up-services.ts';
import { SetUpStaff } from './setup/set-up-staff.ts';
import { SetUpTemplates } from './setup/set-up-templates.ts';

export interface DemoRequest {
  /** The day on which the demo begins; what lies before it has been relived. */
  readonly firstDay: LocalDate;
  /** How many days are relived. */
  readonly daysBack: number;
  readonly daysAhead: number;
  readonly clock: DemoClock;
  readonly database: Pick<DemoDatabase, 'empty'>;
  /** Tells a person who waits how far it has come. */
  readonly say: (line: string) => void;
}

/** Eight weeks back, twelve ahead. */
export const WHOLE_DEMO = { daysBack: 56, daysAhead: DAYS_AHEAD };

/** The first booking is made a week before the first time that is offered. */
const bookingsBeginDays = 7;
const employedForDays = 730;

/** Another organisation's data are in this database: the demo keeps its hands off. */
export class NotADemoDatabase extends Error {
  constructor() {
    super(
      'This database holds the data of another organisation. The demo fills an empty database only: give it one of its own, or unset VUORO_DEMO.',
    );
    this.name = 'NotADemoDatabase';
  }
}

/** Fills an empty database with the demo; on every later start it only goes on. What a killed seed has left is taken away first. */
@Injectable()
export class SeedDemo {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: DemoRepository,
    private readonly organisations: SetUpOrganisations,
    private readonly services: SetUpServices,
    private readonly staff: SetUpStaff,
    private readonly templates: SetUpTemplates,
    private readonly calendar: SetUpCalendar,
    private readonly clients: SetUpClients,
    private readonly visits: ReliveVisits,
    private readonly expireOfferedTimes: ExpireOfferedTimes,
    private readonly skipMessages: SkipMessagesDueBefore,
    private readonly bindSignIns: BindDemoSignIns,
    private readonly linkVideo: LinkDemoVideo,
    private readonly continueTemplates: ContinueTemplates,
    private readonly known: Organisations,
    private readonly audit: Audit,
  ) {}

  /** @throws NotADemoDatabase */
  async execute(request: DemoRequest): Promise<void> {
    const { oids, seeded } = await this.transactions.system((tx) => this.repository.state(tx));
    if (!oids.every((oid) => DEMO_ORGANISATIONS.some((organisation) => organisation.oid === oid))) throw new NotADemoDatabase();
    if (!seeded) {
      if (oids.length > 0) await request.database.empty();
      this.known.forget();
      await this.seed(request);
    }
    await this.bindSignIns.execute();
    await this.linkVideo.execute();
    const templates = await this.continueTemplates.execute();
    request.say(templates === 0 ? 'Demo data: up to date' : `Demo data: ${templates} week templates brought forward`);
  }

  private async seed({ firstDay, daysBack, daysAhead, clock, say }: DemoRequest): Promise<void> {
    const ids = new DemoIds();
    const from = addDays(firstDay, -daysBack);
    const begins = addDays(from, -bookingsBeginDays);
    const validFrom = addDays(from, -employedForDays);
    const steps: readonly [what: string, step: () => Promise<void>][] = [
      ['organisations, units and rooms', () => this.organisations.execute(ids, validFrom)],
      ['services, appointment types and guidance', () => this.services.execute(ids)],
      ['employees and teams', () => this.staff.execute(ids, validFrom)],
      ['week templates', () => this.templates.execute(ids, from, addDays(firstDay, daysAhead))],
      ['meetings and leave', () => this.calendar.execute(ids, firstDay, from)],
      ['clients', () => this.clients.execute(ids, firstDay)],
      ['bookings', async () => void (await this.visits.execute({ ids, clock, begins, firstDay, say }))],
      ['messages', () => this.tidyUp(ids, clock)],
    ];
    clock.relive(instantOf(begins, toLocalTime('07:00'), HELSINKI));
    for (const [index, [what, step]] of steps.entries()) {
      say(`Demo data: ${index + 1} of ${steps.length} ${what}`);
      await step();
    }
    clock.backToNow();
    await this.mark(ids, firstDay);
  }

  /** What no worker has done on the relived days: nobody is told today what was to be told then. */
  private async tidyUp(ids: DemoIds, clock: DemoClock): Promise<void> {
    clock.backToNow();
    await this.expireOfferedTimes.execute();
    for (const { code } of DEMO_ORGANISATIONS) await this.skipMessages.execute(ids.system(code), clock.now());
  }

  /** The last step: only what has this mark is whole. */
  private mark(ids: DemoIds, firstDay: LocalDate): Promise<void> {
    const principal = ids.system('NH');
    return this.transactions.run(principal, async (tx) => {
      await this.repository.waitForDisk(tx);
      await this.audit.record(tx, principal, {
        action: SEEDED,
        what: 'create',
        objectType: 'organisation',
        objectIds: [principal.organisationId],
        clientIds: [],
        purpose: 'SYSTEM',
        details: { firstDay },
      });
    });
  }
}
