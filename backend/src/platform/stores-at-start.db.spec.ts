import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { testDatabase } from './testing/index.ts';
import { StoreUnreachable, waitForStores } from './stores-at-start.ts';

const db = await testDatabase();
const servers: Server[] = [];
const sockets = new Set<Socket>();

afterEach(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

/** What PostgreSQL answers while it recovers. */
function startingUp(): Buffer {
  const fields = Buffer.from('SFATAL\0C57P03\0Mthe database system is starting up\0\0');
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

/** Before the real server: says "not yet" to the first ones, and passes the others on. Gives its address. */
async function behind(refusals: number): Promise<string> {
  const real = new URL(db.url);
  let asked = 0;
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    asked += 1;
    if (asked <= refusals) {
      socket.once('data', () => void socket.end(startingUp()));
      return;
    }
    const onward = connect(Number(real.port), real.hostname);
    sockets.add(onward.on('error', () => undefined));
    socket.pipe(onward).pipe(socket);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(db.url);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return url.href;
}

/** What was said, and how it ended: null when the stores were ready. */
async function waited(
  databaseUrl: string,
  storeWaitSeconds: number,
  redisUrl: string | null = null,
): Promise<{ lines: string[]; refusal: string | null }> {
  const lines: string[] = [];
  try {
    await waitForStores({ databaseUrl, redisUrl, storeWaitSeconds }, (line) => void lines.push(line));
    return { lines, refusal: null };
  } catch (error) {
    if (!(error instanceof StoreUnreachable)) throw error;
    return { lines, refusal: error.message };
  }
}

describe('a process that starts', () => {
  it('says nothing when the database is there', async () => {
    expect(await waited(db.url, 60)).toEqual({ lines: [], refusal: null });
  });

  it('waits while the database recovers, and says what it waits for', async () => {
    const { lines, refusal } = await waited(await behind(2), 60);
    expect(refusal).toBeNull();
    const waiting = /^Waiting for PostgreSQL at 127\.0\.0\.1:\d+ \(the database system is starting up\); for another \d+ s\.$/;
    expect(lines).toEqual([expect.stringMatching(waiting), expect.stringContaining('answers; starting.')]);
  }, 30_000);

  it('ends with one sentence when the time is over', async () => {
    const { refusal } = await waited(await behind(1000), 1);
    expect(refusal).toMatch(/^Vuoro cannot start: PostgreSQL at \S+ has not answered within 1 s \(the database system is starting up\)\.$/);
  }, 30_000);

  it('does not wait for what no waiting mends, and tells no password', async () => {
    const url = new URL(db.url);
    url.pathname = '/there_is_no_such_database';
    const { lines, refusal } = await waited(url.href, 60);
    expect(lines).toEqual([]);
    expect(refusal).toMatch(/^Vuoro cannot start: PostgreSQL at \S+ refuses it \(.*there_is_no_such_database.*\)\.$/);
    if (url.password !== '') expect(refusal).not.toContain(url.password);
  });

  it('waits for Redis where it is used', async () => {
    const { lines, refusal } = await waited(db.url, 1, 'redis://127.0.0.1:1');
    expect(lines).toEqual([expect.stringContaining('Waiting for Redis at 127.0.0.1:1 (connect ECONNREFUSED 127.0.0.1:1)')]);
    expect(refusal).toContain('Redis at 127.0.0.1:1 has not answered within 1 s');
  }, 30_000);
});
