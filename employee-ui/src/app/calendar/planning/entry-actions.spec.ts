import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Toaster, apiInterceptor } from '@vuoro/ui-shared';
import { ApiConfiguration, type CalendarEntryView } from '@vuoro/ui-shared/api';
import { provideTestTexts } from '@vuoro/ui-shared/testing';
import fi from '../../../i18n/fi.json';
import { EntryActions } from './entry-actions';

const OWN = 'liisa';
const WITHDRAW = '/api/v1/offered-times/o1/withdraw';

function offered(change: Partial<CalendarEntryView> = {}): CalendarEntryView {
  const view: Partial<CalendarEntryView> = {
    id: 'block',
    kind: 'OFFERED',
    disclosure: 'FULL',
    subjectIds: [OWN],
    offeredTimeIds: ['o1'],
    version: 1,
  };
  return { ...view, ...change } as CalendarEntryView;
}

describe('taking an entry out of the calendar', () => {
  let http: HttpTestingController;
  let fixture: ComponentFixture<EntryActions>;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
        provideTestTexts({ fi }),
        { provide: ApiConfiguration, useValue: { rootUrl: '' } },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(EntryActions);
    fixture.componentRef.setInput('entry', offered());
    TestBed.tick();
    answerWith({
      signedIn: true,
      employeeId: OWN,
      actions: ['OFFERED_TIME_CHANGE'],
      roles: [{ role: 'EMPLOYEE', unitId: 'office' }],
      now: '2026-12-10T08:00:00Z',
    });
    await fixture.whenStable();
  });

  /** The session, and of everybody only Liisa. */
  function answerWith(session: object): void {
    http.expectOne('/api/v1/session').flush(session);
    http.expectOne('/api/v1/employees').flush([{ id: OWN, homeUnitId: 'office', active: true }]);
    for (const name of ['teams', 'rooms', 'units']) http.expectOne(`/api/v1/${name}`).flush([]);
  }

  function button(name: string): HTMLButtonElement | undefined {
    const all = (fixture.nativeElement as HTMLElement).querySelectorAll('button');
    return [...all].find((each) => each.textContent.trim() === name);
  }

  async function press(name: string): Promise<void> {
    button(name)?.click();
    await fixture.whenStable();
  }

  it('asks first, and goes on asking when others have changed something meanwhile', async () => {
    await press('Poista tarjolta');
    fixture.componentRef.setInput('entry', offered({ version: 2 }));
    await fixture.whenStable();
    expect(button('Kyllä, poista tarjolta')).toBeDefined();
    http.expectNone(WITHDRAW);
  });

  it('asks anew of another entry', async () => {
    await press('Poista tarjolta');
    fixture.componentRef.setInput('entry', offered({ id: 'other' }));
    await fixture.whenStable();
    expect(button('Kyllä, poista tarjolta')).toBeUndefined();
  });

  it('keeps the entry and says why when somebody has booked the time', async () => {
    let removed = 0;
    fixture.componentInstance.removed.subscribe(() => (removed += 1));
    await press('Poista tarjolta');
    await press('Kyllä, poista tarjolta');
    http.expectOne(WITHDRAW).flush({ code: 'TIME_ALREADY_TAKEN' }, { status: 409, statusText: 'Conflict' });
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).textContent).toContain('Aika on jo varattu. Siirrä tai peru varaus ensin.');
    expect(removed).toBe(0);
    expect(TestBed.inject(Toaster).toasts()).toEqual([]);
  });

  it('offers nothing in the calendar of somebody else', async () => {
    fixture.componentRef.setInput('entry', offered({ subjectIds: ['lauri'] }));
    await fixture.whenStable();
    expect(button('Poista tarjolta')).toBeUndefined();
  });
});
