import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { apiInterceptor } from '@vuoro/ui-shared';
import { ApiConfiguration, type EmployeeTaskView } from '@vuoro/ui-shared/api';
import { provideTestTexts } from '@vuoro/ui-shared/testing';
import fi from '../../i18n/fi.json';
import { CONNECT_LIVE } from '../live/live-connection';
import { TasksPage } from './tasks-page';

const MINUTE_MS = 60_000;

function task(id: string): EmployeeTaskView {
  return {
    id,
    kind: 'CANNOT_COME',
    reservationId: `of-${id}`,
    createdAt: '2026-12-10T08:00:00Z',
    employeeId: null,
    unitId: null,
  } as EmployeeTaskView;
}

describe('the tasks of an employee', () => {
  let http: HttpTestingController;
  let fixture: ComponentFixture<TasksPage>;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const asked = (): TestRequest[] => http.match('/api/v1/employee-tasks');

  beforeEach(async () => {
    jest.useFakeTimers();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
        provideTestTexts({ fi }),
        provideRouter([]),
        { provide: ApiConfiguration, useValue: { rootUrl: '' } },
        { provide: CONNECT_LIVE, useValue: () => () => undefined },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(TasksPage);
    document.body.append(page());
    await pass(0);
    asked()[0]?.flush([task('a'), task('b')]);
    await pass(0);
  });

  afterEach(() => {
    fixture.destroy();
    jest.useRealTimers();
  });

  async function pass(milliseconds: number): Promise<void> {
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(milliseconds);
    TestBed.tick();
  }

  async function finishFirst(): Promise<void> {
    page().querySelector<HTMLButtonElement>('.task button')?.click();
    await pass(0);
    http.expectOne(({ url }) => url.endsWith('/done')).flush(task('done'));
    await pass(0);
  }

  it('come by themselves, within a minute', async () => {
    await pass(MINUTE_MS);
    asked()[0]?.flush([task('a'), task('b'), task('c')]);
    await pass(0);
    expect(page().querySelectorAll('.task')).toHaveLength(3);
  });

  it('leave the focus to the next one when one is done, and after the last one to the heading', async () => {
    await finishFirst();
    expect(document.activeElement?.getAttribute('href')).toContain('of-b');
    await finishFirst();
    expect(document.activeElement).toBe(page().querySelector('h1'));
  });
});
