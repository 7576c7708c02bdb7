import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A session at a desk that several people use is locked after ten minutes without a request. */
export class SharedDesks1763900000018 implements MigrationInterface {
  readonly name = 'SharedDesks1763900000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session ADD COLUMN shared_desk boolean NOT NULL DEFAULT false');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
