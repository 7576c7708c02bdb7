import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { By } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { provideApi } from '@vuoro/ui-shared';
import type { CitizenProfileView } from '@vuoro/ui-shared/api';
import { provideTestTexts, settle } from '@vuoro/ui-shared/testing';
import fi from '../../../i18n/fi.json';
import { IdentifyAnew } from '../../session/identify-anew';
import { Confirm } from './confirm';

const type = '018f7d2e-0000-7000-8000-000000000001';
const person = '018f7d2e-0000-7000-8000-000000000004';
const name = { fi: 'Eroaika', sv: 'Separationstid', en: 'Separation appointment' };
const office = { id: 'pop', name, streetAddress: null, postalCode: null, city: null, arrival: null, accessibility: null };
const employees = { languages: ['fi', 'fse'], people: [{ id: person, name: 'Vilma Vamma' }] };
const hold = {
  id: 'held',
  offeredTimeId: 'time',
  appointmentTypeId: type,
  appointmentTypeSlug: 'eroaika',
  startsAt: '2026-12-10T14:00:00Z',
  endsAt: '2026-12-10T15:30:00Z',
  expiresAt: '2026-12-10T08:10:00Z',
  extended: false,
  mode: 'VISIT',
  office,
};
const appointmentType = { id: type, name, offices: [], guidance: null, eligibilityStatement: null, noteAllowed: false };
const profile = {
  name: 'Aino Esimerkki',
  phone: '+358401234567',
  phoneConfirmed: true,
  email: null,
  emailConfirmed: false,
  reminderChannels: ['SMS'],
  serviceLanguage: 'fi',
  messageLanguage: 'fi',
  interpreterNeeded: false,
  interpreterLanguage: null,
  version: 3,
};

describe('confirming a held time', () => {
  let server: HttpTestingController;
  let fixture: ComponentFixture<Confirm>;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideApi(), provideHttpClientTesting(), provideTestTexts({ fi }), provideRouter([])],
    });
    server = TestBed.inject(HttpTestingController);
  });
  afterEach(() => {
    fixture.destroy();
  });

  async function open(address: Readonly<Record<string, string>>, own: Partial<CitizenProfileView> = {}): Promise<void> {
    fixture = TestBed.createComponent(Confirm);
    for (const [input, value] of Object.entries({ hold: 'held', type, ...address })) fixture.componentRef.setInput(input, value);
    await settle();
    server.expectOne('/api/v1/citizen/holds/held').flush(hold);
    server.expectOne('/api/v1/citizen/profile').flush({ ...profile, ...own });
    server.expectOne(({ url }) => url.includes('/appointment-types/')).flush(appointmentType);
    for (const names of server.match(({ url }) => url.endsWith('/employees-to-choose'))) names.flush(employees);
    await settle();
  }

  async function refusedChange(): Promise<void> {
    const phone = (fixture.nativeElement as HTMLElement).querySelector<HTMLInputElement>('input[type=tel]');
    if (phone === null) throw new Error('No field for the phone number.');
    phone.value = '050 765 4321';
    phone.dispatchEvent(new Event('input'));
    (fixture.nativeElement as HTMLElement).querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await settle();
    server
      .expectOne({ url: '/api/v1/citizen/profile', method: 'PATCH' })
      .flush({ status: 403, code: 'FRESH_SIGN_IN_REQUIRED' }, { status: 403, statusText: 'Forbidden' });
    await settle();
  }

  const returnsTo = (): string => (fixture.debugElement.query(By.directive(IdentifyAnew)).componentInstance as IdentifyAnew).page();

  it('names the employee and the language that one has chosen', async () => {
    await open({ language: 'fse', person });
    const facts = (fixture.nativeElement as HTMLElement).querySelector('.chosen-time dl')?.textContent ?? '';
    expect(facts).toMatch(/Työntekijä\s*Vilma Vamma\s*Kieli\s*Suomalainen viittomakieli/);
  });

  it('names neither when it was looked for by neither', async () => {
    await open({});
    expect((fixture.nativeElement as HTMLElement).querySelector('.chosen-time dl')?.textContent).not.toMatch(/Työntekijä|Kieli/);
  });

  it('comes back from identifying anew with the language and the employee by which the time was looked for', async () => {
    await open({ language: 'sv', person });
    await refusedChange();
    expect(returnsTo()).toBe(`/confirm/held?type=${type}&language=sv&person=${person}`);
  });

  it('asks before what is typed is lost, also after coming back from the identity provider without identifying', async () => {
    const asksToStay = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    await open({});
    expect(asksToStay()).toBe(false);
    await refusedChange();
    expect(asksToStay()).toBe(true);
    (fixture.debugElement.query(By.directive(IdentifyAnew)).componentInstance as IdentifyAnew).leaving.emit();
    expect(asksToStay()).toBe(false);
    window.dispatchEvent(new Event('pageshow'));
    expect(asksToStay()).toBe(true);
  });

  it('comes back to the same short address when it was looked for by neither', async () => {
    await open({});
    await refusedChange();
    expect(returnsTo()).toBe(`/confirm/held?type=${type}`);
  });

  describe('asking for an interpreter', () => {
    const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
    const language = (): HTMLSelectElement | null => page().querySelector('app-interpreter-fields select');

    function fill(field: HTMLInputElement | HTMLSelectElement | null, value: string): void {
      if (field === null) throw new Error('No such field.');
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      TestBed.tick();
    }

    async function book(): Promise<unknown> {
      page().querySelector<HTMLButtonElement>('button[type=submit]')?.click();
      await settle();
      return server.match({ url: '/api/v1/citizen/reservations', method: 'POST' })[0]?.request.body;
    }

    it('names the language that the register knows, however rare, and books by its code', async () => {
      await open({}, { interpreterNeeded: true, interpreterLanguage: 'am' });
      expect(language()?.selectedOptions[0]?.textContent).toBe('Amhara');
      expect(await book()).toMatchObject({ interpreterLanguage: 'am' });
    });

    it('wants a language, and takes any other in words', async () => {
      await open({}, { interpreterNeeded: true });
      expect(await book()).toBeUndefined();
      expect(page().textContent).toContain('Valitse, mille kielelle tarvitset tulkin.');
      expect(page().querySelector('app-interpreter-fields')?.textContent).not.toContain('vapaaehtoinen');
      fill(language(), 'other');
      expect(await book()).toBeUndefined();
      fill(page().querySelector('app-interpreter-fields input[type=text]'), '  ');
      expect(await book()).toBeUndefined();
      fill(page().querySelector('app-interpreter-fields input[type=text]'), ' hazaragi ');
      expect(await book()).toMatchObject({ interpreterLanguage: 'hazaragi' });
    });

    it('books without one when it is not needed after all', async () => {
      await open({}, { interpreterNeeded: true, interpreterLanguage: 'am' });
      page().querySelector<HTMLInputElement>('app-interpreter-fields input[type=checkbox]')?.click();
      expect(await book()).not.toHaveProperty('interpreterLanguage');
    });
  });
});
