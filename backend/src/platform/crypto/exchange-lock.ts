import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { KeysUnusable } from './key-material.ts';

const lockId = 727_006;

/** One exchange of keys at a time, whichever kind: each counts on the others' keys standing still. */
@Injectable()
export class ExchangeLock {
  constructor(private readonly dataSource: DataSource) {}

  /** The lock is the connection's: a process that is killed gives it back. @throws KeysUnusable while another exchange runs */
  async during<T>(work: () => Promise<T>): Promise<T> {
    const connection = this.dataSource.createQueryRunner();
    try {
      const [row]: { locked: boolean }[] = await connection.query('SELECT pg_try_advisory_lock($1) AS locked', [lockId]);
      if (row?.locked !== true) throw new KeysUnusable('Another exchange of keys is running; wait until it has ended.');
      return await work().finally(() => connection.query('SELECT pg_advisory_unlock($1)', [lockId]));
    } finally {
      await connection.release();
    }
  }
}
