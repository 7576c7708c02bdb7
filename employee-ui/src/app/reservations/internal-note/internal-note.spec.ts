import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { ActivatedRoute, convertToParamMap } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { apiInterceptor } from '@vuoro/ui-shared';
import { ApiConfiguration, type ReservationView } from '@vuoro/ui-shared/api';
import { provideTestTexts, settle } from '@vuoro/ui-shared/testing';
import { of } from 'rxjs';
import fi from '../../../i18n/fi.json';
import { CONNECT_LIVE } from '../../live/live-connection';
import { OpenReservation } from '../drawer/open-reservation';
import { InternalNote } from './internal-note';
import { InternalNoteForm } from './internal-note-form';

const ID = '0193b2f0-0000-7000-8000-000000000777';
const ADDRESS = `/api/v1/reservations/${ID}`;

/** Only what the note looks at. */
function reservation(change: Partial<ReservationView> = {}): ReservationView {
  const view: Partial<ReservationView> = {
    id: ID,
    version: 1,
    employees: [],
    clients: [],
    internalNote: 'Pyörätuoli',
    mayChangeInternalNote: true,
    ...change,
  };
  return view as ReservationView;
}

describe('the internal note', () => {
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        OpenReservation,
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
        provideTestTexts({ fi }),
        { provide: ApiConfiguration, useValue: { rootUrl: '' } },
        { provide: CONNECT_LIVE, useValue: () => () => undefined },
        { provide: ActivatedRoute, useValue: { paramMap: of(convertToParamMap({ reservationId: ID })) } },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    // The test's document has no layout to scroll.
    Element.prototype.scrollIntoView = () => undefined;
  });

  function shown<T>(fixture: ComponentFixture<T>): HTMLElement {
    return fixture.nativeElement as HTMLElement;
  }

  it('stands in the drawer for those who may know it, and for others not even its heading does', () => {
    const fixture = TestBed.createComponent(InternalNote);
    fixture.componentRef.setInput('reservation', reservation());
    fixture.detectChanges();
    expect(shown(fixture).textContent).toContain('Pyörätuoli');
    fixture.componentRef.setInput('reservation', reservation({ internalNote: null, mayChangeInternalNote: false }));
    fixture.detectChanges();
    expect(shown(fixture).textContent.trim()).toBe('');
  });

  describe('being written', () => {
    let fixture: ComponentFixture<InternalNoteForm>;
    let isDone: boolean;

    beforeEach(async () => {
      fixture = TestBed.createComponent(InternalNoteForm);
      fixture.componentRef.setInput('reservation', reservation());
      isDone = false;
      fixture.componentInstance.done.subscribe(() => (isDone = true));
      fixture.detectChanges();
      http.expectOne('/api/v1/session').flush({ signedIn: true, actions: [], roles: [], now: '2026-12-10T08:00:00Z' });
      http.expectOne(ADDRESS).flush(reservation());
      await settle();
    });

    const area = () => shown(fixture).querySelector('textarea') as HTMLTextAreaElement;

    async function write(text: string): Promise<void> {
      area().value = text;
      area().dispatchEvent(new Event('input'));
      await settle();
      shown(fixture)
        .querySelector('form')
        ?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    }

    it('begins with what stands there, says that the client may see it, and saves by the version that was seen', async () => {
      expect(area().value).toBe('Pyörätuoli');
      expect(shown(fixture).textContent).toContain('oikeus tarkastaa');
      await write('Pyörätuoli, ovi auki');
      const sent = http.expectOne(`${ADDRESS}/internal-note`);
      expect([sent.request.headers.get('If-Match'), sent.request.body]).toEqual(['"1"', { internalNote: 'Pyörätuoli, ovi auki' }]);
      sent.flush(reservation({ version: 2, internalNote: 'Pyörätuoli, ovi auki' }));
      await settle();
      expect(isDone).toBe(true);
    });

    it('would be lost only once something has been changed', async () => {
      expect(fixture.componentInstance.isHalfDone()).toBe(false);
      area().value = 'Pyörätuoli, ovi';
      area().dispatchEvent(new Event('input'));
      await settle();
      expect(fixture.componentInstance.isHalfDone()).toBe(true);
    });

    it('is not sent when it is longer than it may be', async () => {
      await write('a'.repeat(1001));
      http.expectNone(`${ADDRESS}/internal-note`);
      expect(shown(fixture).querySelector('.field-error')).not.toBeNull();
    });

    it('keeps what was typed when a colleague was quicker, and shows what stands there now', async () => {
      await write('Minun sanani');
      http
        .expectOne(`${ADDRESS}/internal-note`)
        .flush({ status: 412, code: 'VERSION_CONFLICT' }, { status: 412, statusText: 'Changed meanwhile' });
      await settle();
      const after = reservation({ version: 2, internalNote: 'Kollegan sanat' });
      http.expectOne(ADDRESS).flush(after);
      fixture.componentRef.setInput('reservation', after);
      await settle();
      expect([isDone, area().value]).toEqual([false, 'Minun sanani']);
      expect(shown(fixture).querySelector('.internal-note')?.textContent).toBe('Kollegan sanat');
    });

    it('says why it was not saved', async () => {
      await write('Minun sanani');
      http.expectOne(`${ADDRESS}/internal-note`).error(new ProgressEvent('error'));
      await settle();
      expect(shown(fixture).querySelector('v-error-state')).not.toBeNull();
      expect(area().value).toBe('Minun sanani');
    });
  });
});
