import { Agent, request, type IncomingHttpHeaders } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Post {
  readonly body: object;
  readonly headers: Readonly<Record<string, string>>;
}

/** Keep-alive connections to the API, as a browser or a proxy has them. */
export class ApiConnections {
  private readonly agent: Agent;
  private readonly port: number;

  constructor(port: number, connections: number) {
    this.port = port;
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  get(path: string): Promise<Answer> {
    return this.send(path, 'GET', {}, undefined);
  }

  /** As the citizen application posts: JSON, from its own page. */
  post(path: string, { body, headers }: Post): Promise<Answer> {
    const text = JSON.stringify(body);
    const own = {
      origin: `http://localhost:${this.port}`,
      'x-requested-by': 'bench',
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(text)),
    };
    return this.send(path, 'POST', { ...own, ...headers }, text);
  }

  close(): void {
    this.agent.destroy();
  }

  private send(path: string, method: string, headers: Readonly<Record<string, string>>, body: string | undefined): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const options = {
        agent: this.agent,
        host: '127.0.0.1',
        port: this.port,
        path,
        method,
        headers: { host: `localhost:${this.port}`, ...headers },
      };
      const sent = request(options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString('utf8') }),
        );
        response.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }
}
