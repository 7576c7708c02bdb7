import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideApi } from '@vuoro/ui-shared';
import type { BookableTypeView, EmployeesToChooseView, FreeTimeView } from '@vuoro/ui-shared/api';
import { provideTestTexts } from '@vuoro/ui-shared/testing';
import fi from '../../i18n/fi.json';
import type { TimeFilters } from './time-filters';
import { TimePicker } from './time-picker';

const vilma = '018f7d2e-0000-7000-8000-000000000007';
const type = {
  id: '018f7d2e-0000-7000-8000-000000000001',
  modes: ['VISIT'],
  employeeChoice: 'PERSON',
  offices: [],
  officeIds: [],
  durationMinutes: 60,
  horizonDays: 60,
} as unknown as BookableTypeView;
const choices: EmployeesToChooseView = {
  languages: ['fi', 'fse', 'sv'],
  people: [
    { id: vilma, name: 'Vilma Vamma', languages: ['fi', 'fse'] },
    { id: '018f7d2e-0000-7000-8000-000000000008', name: 'Anna Arvattu', languages: ['fi', 'sv'] },
  ],
};
const anybody: TimeFilters = { unit: null, mode: 'VISIT', language: null, person: null, date: null, view: 'month' };
const free: FreeTimeView = {
  id: '018f7d2e-0000-7000-8000-000000000002',
  startsAt: '2026-12-10T14:00:00Z',
  endsAt: '2026-12-10T15:00:00Z',
  unitId: 'u',
  modes: ['VISIT'],
};

describe('choosing a time by the employee', () => {
  let server: HttpTestingController;
  let fixture: ComponentFixture<TimePicker>;
  let changes: Partial<TimeFilters>[];

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideApi(), provideHttpClientTesting(), provideTestTexts({ fi }), provideRouter([])],
    });
    server = TestBed.inject(HttpTestingController);
    changes = [];
  });

  afterEach(() => {
    fixture.destroy();
  });

  /** Answers every search: with a time, unless it has one of the parameters that leave nothing. */
  async function show(filters: TimeFilters, leavesNothing: (request: TestRequest['request']) => boolean): Promise<HTMLElement> {
    fixture = TestBed.createComponent(TimePicker);
    fixture.componentRef.setInput('type', type);
    fixture.componentRef.setInput('filters', filters);
    fixture.componentInstance.filtersChanged.subscribe((change) => changes.push(change));
    for (let turn = 0; turn < 4; turn += 1) {
      TestBed.tick();
      for (const asked of server.match(() => true)) {
        const { url } = asked.request;
        if (url.endsWith('employees-to-choose')) asked.flush(choices);
        else if (url.endsWith('free-days')) asked.flush([]);
        else if (url.endsWith('free-times')) asked.flush({ items: leavesNothing(asked.request) ? [] : [free], nextCursor: null });
        else asked.flush({});
      }
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
    }
    return fixture.nativeElement as HTMLElement;
  }

  const options = (page: HTMLElement, id: string): string[] =>
    Array.from(page.querySelectorAll(`#${id} option`)).map((option) => option.textContent.trim());

  function pick(page: HTMLElement, id: string, value: string): void {
    const select = page.querySelector<HTMLSelectElement>(`#${id}`);
    if (select === null) throw new Error(`no field ${id}`);
    select.value = value;
    select.dispatchEvent(new Event('change'));
  }

  it('offers the languages and the people whom the type lets one choose, folded away until something is chosen', async () => {
    const page = await show(anybody, () => false);
    expect(page.querySelector('details')?.open).toBe(false);
    expect(options(page, 'language')).toEqual([fi.wish.anyLanguage, fi.wish.finnish, fi.wish.swedish, fi.wish.fse]);
    expect(options(page, 'person')).toEqual([fi.wish.anyPerson, 'Vilma Vamma', 'Anna Arvattu']);
    pick(page, 'language', 'fse');
    pick(page, 'person', vilma);
    expect(changes).toEqual([
      { language: 'fse', date: null },
      { person: vilma, date: null },
    ]);
  });

  it('shows only the people of the chosen language, and with whom the first time is', async () => {
    const page = await show({ ...anybody, language: 'fse', person: vilma }, () => false);
    expect(page.querySelector('details')?.open).toBe(true);
    expect(options(page, 'person')).toEqual([fi.wish.anyPerson, 'Vilma Vamma']);
    expect(page.querySelector('.first-time')?.textContent).toContain('Työntekijä: Vilma Vamma');
  });

  it('says by name which choice leaves nothing, and drops it with the focus on its field', async () => {
    const page = await show({ ...anybody, language: 'sv', person: vilma }, ({ params }) => params.has('language'));
    document.body.append(page);
    const nothing = page.querySelector('app-nothing-found');
    expect(nothing?.textContent).toContain(`${fi.wish.language}: ${fi.wish.swedish}`);
    expect(nothing?.textContent).not.toContain(fi.wish.dropPerson);
    const button = nothing?.querySelector('button');
    expect(button?.textContent).toContain(fi.wish.dropLanguage);
    button?.click();
    expect(changes).toEqual([{ language: null, date: null }]);
    expect(document.activeElement?.id).toBe('language');
  });

  it('shows a choice of an old address that nobody fits any more as chosen, so that it can be taken back', async () => {
    const gone = '018f7d2e-0000-7000-8000-000000000009';
    const page = await show({ ...anybody, language: 'fss', person: gone }, ({ params }) => params.has('employeeId'));
    expect(page.querySelector<HTMLSelectElement>('#language')?.value).toBe('fss');
    expect(page.querySelector<HTMLSelectElement>('#person')?.value).toBe(gone);
    expect(page.querySelector('app-nothing-found')?.textContent).toContain(fi.wish.personGone);
  });

  it('names them all where no single one is to blame', async () => {
    const page = await show(
      { ...anybody, language: 'sv', person: vilma },
      ({ params }) => params.has('language') || params.has('employeeId'),
    );
    const nothing = page.querySelector('app-nothing-found');
    expect(nothing?.textContent).toContain(`${fi.wish.person}: Vilma Vamma`);
    nothing?.querySelector('button')?.click();
    expect(changes).toEqual([{ language: null, person: null, date: null }]);
  });

  it('gives the contacts where there is nothing even without any choice', async () => {
    const page = await show({ ...anybody, language: 'sv' }, () => true);
    expect(page.querySelector('app-nothing-found app-contacts')).not.toBeNull();
    expect(page.textContent).toContain(fi.times.none);
  });
});
