import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The identity token was kept for signing out only, which needs none: what is not kept cannot be lost. No version that
 * writes the column was ever released, so it goes in one step.
 */
export class NoIdentityToken1763900000012 implements MigrationInterface {
  readonly name = 'NoIdentityToken1763900000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session DROP COLUMN identity_token_encrypted');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
