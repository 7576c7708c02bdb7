import { describe, expect, it } from '@jest/globals';
import { HttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { Api } from './generated/api';
import { listServices } from './generated/functions';
import { newIdempotencyKey, provideApi, withIdempotencyKey } from './api-requests';

function setUp(): { http: HttpClient; server: HttpTestingController } {
  TestBed.configureTestingModule({ providers: [provideApi(), provideHttpClientTesting()] });
  return { http: TestBed.inject(HttpClient), server: TestBed.inject(HttpTestingController) };
}

describe('requests to our own server', () => {
  it('are marked as our own and carry the key of the intention', async () => {
    const { http, server } = setUp();
    const key = newIdempotencyKey();
    const sent = firstValueFrom(http.post('/api/v1/citizen/reservations', {}, { context: withIdempotencyKey(key) }));
    const request = server.expectOne('/api/v1/citizen/reservations');
    expect(request.request.headers.get('X-Requested-By')).toBe('vuoro');
    expect(request.request.headers.get('Idempotency-Key')).toBe(key);
    request.flush({});
    await sent;
  });

  it('are JSON also when a command has no body, as the server takes nothing else', () => {
    const { http, server } = setUp();
    http.post('/api/v1/citizen/holds/1/extend', null).subscribe();
    expect(server.expectOne('/api/v1/citizen/holds/1/extend').request.headers.get('Content-Type')).toBe('application/json');
  });

  it('go to this host when the generated client makes them', async () => {
    const { server } = setUp();
    const answer = TestBed.inject(Api).invoke(listServices);
    server.expectOne((request) => request.url === '/api/v1/public/services').flush([]);
    await expect(answer).resolves.toEqual([]);
  });

  it('carry no key when they only read', () => {
    const { http, server } = setUp();
    http.get('/api/v1/services', { context: withIdempotencyKey('k') }).subscribe();
    expect(server.expectOne('/api/v1/services').request.headers.has('Idempotency-Key')).toBe(false);
  });

  it('fail with a problem that has a code', async () => {
    const { http, server } = setUp();
    const sent = firstValueFrom(http.get('/api/v1/services'));
    server.expectOne('/api/v1/services').flush({ code: 'FORBIDDEN' }, { status: 403, statusText: 'Forbidden' });
    await expect(sent).rejects.toMatchObject({ name: 'ApiProblem', code: 'FORBIDDEN', status: 403 });
  });

  it('never mark a request to another origin', () => {
    const { http, server } = setUp();
    http.get('https://elsewhere.invalid/x').subscribe();
    expect(server.expectOne('https://elsewhere.invalid/x').request.headers.has('X-Requested-By')).toBe(false);
  });
});
